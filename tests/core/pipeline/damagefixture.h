// SPDX-License-Identifier: GPL-3.0-or-later
// A sound archive with a bit of everything, as bytes, and damage to it: the same for the same seed.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

namespace tlsrpt::damagetest
{

const Clock &today();

/// Imported from files of several kinds, with a deletion, mutes, a watched folder and a rejection; closed.
struct SoundArchive {
    QByteArray bytes;
    QHash<qint64, QString> lines;      ///< all that a report says, in one line, by its id; deleted ones too
    QHash<qint64, QByteArray> stored;  ///< bytes of original_
    QSet<QString> counting;            ///< lines of those that are not deleted
};
const SoundArchive &soundArchive();

struct Damage {
    QByteArray name;
    QByteArray bytes;
    bool gross = false; ///< a part of the file is gone
};
/// One bit each, at `places` places all over the file.
std::vector<Damage> singleFlips(int places, quint32 seed);
/// One byte of the header each.
std::vector<Damage> headerFlips();
/// `places` at once, so often.
std::vector<Damage> manyFlips(int places, int times, quint32 seed);
/// Cut at several lengths, pages overwritten with noughts and with noise.
std::vector<Damage> grossDamage(quint32 seed);
std::vector<Damage> allDamage();

void writeFile(const QString &path, const QByteArray &bytes);
QByteArray contentOf(const QString &path);
/// What the reports of a sound archive say that are not deleted, a line each.
QSet<QString> linesOf(const QString &path);
/// What of the sound archive's reports is there byte for byte in this one, asked for one by one.
QSet<QString> readableLines(const QString &damaged);
qint64 numberIn(const QString &path, const QString &sql);

} // namespace tlsrpt::damagetest
