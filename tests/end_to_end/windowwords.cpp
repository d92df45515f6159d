// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/windowwalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>

namespace tlsrpt::test
{

namespace
{

/// What remains when every ‹…› is taken out; a marked text may hold another.
QString unmarked(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        if (c == u'‹')
            ++depth;
        else if (c == u'›')
            depth = std::max(0, depth - 1);
        else if (depth == 0)
            rest += c;
    }
    return rest;
}

bool hasWords(QString text)
{
    static const QRegularExpression word(u"\\p{L}{2,}"_qs);
    return word.match(text).hasMatch();
}

/// What of a text is neither marked nor data; empty when it is fine. `data`: longest first.
QString strangeRest(const QString &text, const QStringList &data)
{
    QString rest = unmarked(text);
    rest.remove(QChar(0x200B)); // names may break there
    // Qt's own words for sizes; hosts, addresses and paths are nobody's words.
    static const QRegularExpression size(u"[\\d.,]+ (bytes|[kMG]i?B)"_qs);
    static const QRegularExpression technical(u"\\S*[\\p{L}\\d][./@:=_…][\\p{L}\\d/]\\S*"_qs);
    if (!hasWords(rest))
        return {};
    rest.remove(size);
    constexpr qsizetype telling = 4; // shorter ones would take words apart
    for (const QString &known : data) {
        if (known.size() >= telling || known == rest.trimmed())
            rest.remove(known);
    }
    rest.remove(technical);
    static const QRegularExpression ehlo(u"\\b250[- ][A-Z0-9-]+"_qs); // a server's own words
    rest.remove(ehlo);
    return hasWords(rest) ? rest.simplified() : QString();
}

/// The texts that a widget shows, with a word for where.
QList<std::pair<QString, QString>> textsOf(const QWidget &widget)
{
    QList<std::pair<QString, QString>> texts{{u"tool tip"_qs, widget.toolTip()},
                                             {u"accessible name"_qs, widget.accessibleName()},
                                             {u"accessible description"_qs, widget.accessibleDescription()}};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts << std::pair(u"text"_qs, label->text());
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts << std::pair(u"text"_qs, button->text());
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        texts << std::pair(u"placeholder"_qs, line->placeholderText());
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < bar->count(); ++i)
            texts << std::pair(u"tab"_qs, bar->tabText(i));
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
    if (view && view->model() && !qobject_cast<const QHeaderView *>(view)) {
        const QAbstractItemModel &model = *view->model();
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << std::pair(u"header"_qs, model.headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < std::min(model.rowCount(), rowsLookedAt); ++row) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
                    texts << std::pair(u"column %1"_qs.arg(column), model.index(row, column).data(role).toString());
            }
        }
    }
    return texts;
}

QString clippedLabel(const QLabel &label)
{
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull())
        return {};
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return label.height() + 1 < needed ? u"%1 of %2 high"_qs.arg(label.height()).arg(needed) : QString();
    }
    const int needed = label.sizeHint().width();
    return label.width() + 1 < needed ? u"%1 of %2 wide"_qs.arg(label.width()).arg(needed) : QString();
}

QString clippedControl(const QWidget &widget)
{
    const int needed = widget.sizeHint().width();
    return widget.width() + 1 < needed ? u"%1 of %2 wide"_qs.arg(widget.width()).arg(needed) : QString();
}

QStringList clippedSections(const QHeaderView &header)
{
    QStringList findings;
    for (int i = 0; header.orientation() == Qt::Horizontal && header.model() && i < header.count(); ++i) {
        if (header.isSectionHidden(i) || !header.model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty())
            continue;
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        const int needed = header.fontMetrics().horizontalAdvance(text);
        if (header.sectionSize(i) < needed)
            findings << u"header \"%1\" in %2: %3 of %4 wide"_qs.arg(text, nameOf(*header.parentWidget())).arg(header.sectionSize(i)).arg(needed);
    }
    return findings;
}

} // namespace

QStringList untranslated(const QWidget &root, const QStringList &data)
{
    QStringList known = data;
    std::sort(known.begin(), known.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList findings;
    for (const QWidget *widget : visibleWidgets(root)) {
        if (qobject_cast<const QDialogButtonBox *>(widget->parentWidget()))
            continue; // Qt translates Close and Cancel
        for (const auto &[where, text] : textsOf(*widget)) {
            const QString rest = strangeRest(text, known);
            if (!rest.isEmpty())
                findings << u"%1 of %2: %3"_qs.arg(where, nameOf(*widget), rest.left(100));
        }
    }
    for (const QAction *action : root.findChildren<QAction *>()) {
        const QString rest = strangeRest(action->text(), known);
        if (!action->isSeparator() && !rest.isEmpty())
            findings << u"action: "_qs + rest;
    }
    return findings;
}

QStringList clipped(const QWidget &root)
{
    QStringList findings;
    for (const QWidget *widget : visibleWidgets(root)) {
        if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            findings += clippedSections(*header);
            continue;
        }
        if (!widget->toolTip().isEmpty() || isQtsOwn(*widget))
            continue;
        QString wrong;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            wrong = clippedLabel(*label);
        else if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QTabBar *>(widget))
            wrong = clippedControl(*widget);
        if (!wrong.isEmpty())
            findings << nameOf(*widget) + u": " + wrong;
    }
    return findings;
}

} // namespace tlsrpt::test
