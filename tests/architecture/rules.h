// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house, each a function that names what breaks it.
#pragma once

#include "tests/architecture/source.h"

namespace tlsrpt::house
{

inline constexpr int longestFile = 500;
inline constexpr int longestFunction = 80;

/// The core's rooms in the order of the data's way.
const QStringList &coreRooms();

QStringList guiInCore(const Source &source);
QStringList sqlOutsideItsRooms(const Source &source);
QStringList arrowsAgainstTheFlow(const Source &source);
QStringList tooLong(const Source &source);
QStringList withoutLicence(const Source &source);
QStringList hardCodedColours(const Source &source);

/// Rooms that include each other in a circle, as "a > b > a".
QStringList cycles(const std::vector<Source> &sources);

/// Types of our namespace that two files define: of two such in static libraries the linker takes
/// either, without a word (the one definition rule). Two tests are two programs and may.
QStringList definedTwice(const std::vector<Source> &sources);

/// What a core room's CMakeLists.txt links and must not.
QStringList wrongLinks(const QString &room, const QString &cmake);

} // namespace tlsrpt::house
