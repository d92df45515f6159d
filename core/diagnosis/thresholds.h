// SPDX-License-Identifier: GPL-3.0-or-later
// Every number the rules judge with, in one place, with its reason. They are judgement, tuned on
// the scenarios of tests/core/diagnosis; nothing in a standard prescribes them.
#pragma once

#include <QtGlobal>

namespace tlsrpt::thresholds
{

// Episodes: reports come once a day, some late, and weekends are quiet.
inline constexpr int mergedGap = 3;          ///< quiet days inside one episode
inline constexpr int silentGap = 14;         ///< days in which its senders said nothing at all do not end it
inline constexpr int openWithin = 2;         ///< days before a sender's newest report: still going on
inline constexpr int cleanReportsToClose = 3; ///< later reports without it: over
inline constexpr int forgottenDays = 90;     ///< silence of a season: nobody knows how it went on
inline constexpr int hostsApart = 100;       ///< failing hosts told apart per problem; a forged flood of
                                             ///< names becomes one episode

// A sender is active when it reported on most work days of two weeks.
inline constexpr int activeWindow = 14;
inline constexpr int activeDays = 5;

inline constexpr int othersTold = 50;        ///< unaffected senders kept with a finding

// Adopting a cause that another sender names for a bare validation-failure.
inline constexpr int adoptionDays = 3;

// Confidence.
inline constexpr int confidenceStart = 40;
inline constexpr int pointsSeveralSenders = 20;
inline constexpr int pointsManySenders = 10;
inline constexpr int pointsSeveralDays = 15;
inline constexpr int pointsManyOccurrences = 10;
inline constexpr int pointsReasonGiven = 15;
inline constexpr int pointsFewOccurrences = -20;
inline constexpr int pointsBareFailure = -15;
inline constexpr int pointsSuccessesOnThatServer = -10;
inline constexpr int pointsOnlyCompatible = -10;
inline constexpr int severalSenders = 2;
inline constexpr int manySenders = 4;
inline constexpr int severalDays = 3;
inline constexpr qint64 manyOccurrences = 20;
inline constexpr qint64 fewOccurrences = 3;  ///< fewer than this
inline constexpr double mostlySuccessful = 0.9;
inline constexpr double blipShare = 0.02;    ///< with few occurrences: low, whatever the cause

} // namespace tlsrpt::thresholds
