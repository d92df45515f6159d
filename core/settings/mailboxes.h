// SPDX-License-Identifier: GPL-3.0-or-later
// The mailboxes that the user named, in the same file as the other settings. No secrets in here.
#pragma once

#include "core/source/mailbox.h"

#include <QObject>
#include <QSettings>

#include <optional>
#include <vector>

namespace tlsrpt
{

class Mailboxes : public QObject
{
    Q_OBJECT
public:
    /// The user's file; tests pass a path.
    explicit Mailboxes(QObject *parent = nullptr);
    explicit Mailboxes(const QString &file, QObject *parent = nullptr);

    /// By name, whatever the case. What another process (the command line beside the window) has
    /// written meanwhile is in it.
    std::vector<Mailbox> all() const;
    std::optional<Mailbox> byName(const QString &name) const;
    /// Adds it, or replaces the one with its name; the name is not empty. False: the file cannot
    /// be written.
    bool put(const Mailbox &mailbox);
    /// Its secret is MailboxSecrets' to remove. False: the file cannot be written.
    bool remove(const QString &name);

signals:
    void changed(); ///< by this object, and only when something did

private:
    bool written();

    mutable QSettings m_settings;
};

} // namespace tlsrpt
