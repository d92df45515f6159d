// SPDX-License-Identifier: GPL-3.0-or-later
// Keys to translated sentences. Plain text only; whoever shows them as rich text escapes them.
// Needs Qt Core only, so that commands without a display use the same words.
#pragma once

#include "core/base/error.h"
#include "core/explain/explanation.h"
#include "core/query/answers.h"
#include "core/query/filter.h"

#include <QLocale>

namespace tlsrpt::words
{

/// An error in words: what happened to which thing, and what to do.
struct ErrorWords {
    QString reason; ///< two or three words for a list: "Cut off"
    QString what;   ///< one sentence with the facts: "The compressed data ends after 1,204 bytes."
    QString next;   ///< what to do; may be empty
};
ErrorWords error(const Error &error);
QString sentence(const Error &error); ///< subject, what and next as one line for a terminal

QString causeName(Cause cause);           ///< "Certificate expired"
QString groupName(CauseGroup group);
QString trackName(Track track);           ///< "MTA-STS", "DANE", "No policy", "Other policy"
QString modeName(PolicyMode mode);        ///< "enforce" stays untranslated (RFC 8461)
QString policyApplied(Track track, PolicyMode mode); ///< "MTA-STS enforce", "DANE", "No policy"
QString policiesApplied(const DomainRow &domain);     ///< "MTA-STS enforce, DANE", as policyApplied()
QString domainOrder();                               ///< how lists of Overview::domains are sorted
QString ownerName(Owner owner, const Situation &situation); ///< "The operator of mx2.example.org"
QString checkTitle(CheckKind kind);
QString deviation(const Deviation &deviation);        ///< "Times carry no zone"
QString deviationName(DeviationKind kind);
QString deviationHandling(DeviationKind kind);        ///< "read as UTC"
QString policyDefect(const PolicyDefectAt &defect);
QString miss(const Miss &miss, const QString &host);  ///< "The pattern *.x covers one label only ..."
QString tlsaRecord(const QString &record);            ///< "server key, SHA-256" (decoded usage, selector, matching)
QString maxAge(qint64 seconds);                       ///< "30 days"

/// Everything one failure needs, in the reader's language.
struct ExplanationWords {
    QString title;         ///< "Certificate of mx2.example.org expired"
    QString whatHappened;
    QString meaning;
    QString effect;        ///< what it did to the mail, never "lost"
    QString who;
    QStringList fix;       ///< steps in order
    QString attack;        ///< when to think of an attack and when not
    QString verbatim;      ///< "Reason as sent: ..." where it was not understood, else empty
};
ExplanationWords explanation(const Explanation &explanation);

/// The first sentence of verdict(): how many sessions were protected.
QString protection(const Overview &overview);
/// "92.6 % of 1,416,629 sessions from 5 senders were protected. 10,622 failed, most often ..."
QString verdict(const Overview &overview);

// Numbers and dates in the user's locale.
QString number(qint64 value);
int plural(qint64 n);                              ///< as tr() takes it, to choose the form
QString percent(double share, int decimals = -1); ///< "92.6 %"; small shares get two digits, never "0 %" for some
QString percentOf(qint64 part, qint64 whole);     ///< "–" when whole is 0
QString day(Day day);                             ///< "27 Oct"; with the year when it is not this one
QString day(Day day, int thisYear);               ///< the same for a given year; 0: always with the year
QString dayAndMonth(Day day);                     ///< "27 Oct", never with the year: for axes
QString dayLong(Day day);                         ///< "27 October 2026"
QString weekdayDay(Day day);                      ///< "Wed 28 Oct 2026"
QString period(DayRange range);                   ///< "4 Jul – 31 Oct 2026"
QString dateTime(qint64 secondsUtc);              ///< local time for the screen
QString bytes(qint64 count);                      ///< "1.2 kB", "243 MB"; 1024 bytes a kB
QString duration(qint64 milliseconds);            ///< "about 8 seconds left" uses this
QString filterSummary(const Filter &filter);      ///< "example.org · Google Inc. · MTA-STS", for titles

} // namespace tlsrpt::words
