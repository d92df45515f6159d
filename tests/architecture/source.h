// SPDX-License-Identifier: GPL-3.0-or-later
// C++ source text read just well enough to hold the house rules: includes, code without comments
// and texts, the length of functions, the names of types.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tlsrpt::house
{

struct Function {
    QString head;  ///< what stands before its brace, on one line
    int line = 0;  ///< of the head's first line, from 1
    int lines = 0; ///< head to closing brace
};

struct Source {
    QString path; ///< from the root: "core/parse/parse.cpp"
    QString text;
    QString code; ///< text with comments, strings and directives blanked, same line count
    QString withoutComments; ///< text with comments blanked only
    QStringList includes;    ///< as written, without brackets: "core/base/error.h", "QColor"

    int lines() const;
    /// "core/parse", "ui/words", "app", "tests".
    QString room() const;
};

Source readSource(const QString &path, const QString &text);

/// Functions at namespace or class level; lambdas count to the function they stand in.
std::vector<Function> functionsOf(const Source &source);

struct Type {
    QString name; ///< "tlsrpt::words::ErrorWords"
    int line = 0;
};

/// Classes, structs, unions and enums defined at namespace level, but for those of anonymous
/// namespaces, which nobody else sees, and specialised templates.
std::vector<Type> typesOf(const Source &source);

/// Every .h and .cpp below the folders of the root.
std::vector<Source> readTree(const QString &root, const QStringList &folders);

} // namespace tlsrpt::house
