// SPDX-License-Identifier: GPL-3.0-or-later
// The table of senders, and the matrix sender x cause and sender x time.
#pragma once

#include "core/diagnosis/finding.h"
#include "core/query/answers.h"
#include "ui/widgets/rowmodel.h"

#include <QSortFilterProxyModel>

namespace tlsrpt
{

struct SenderLine {
    SenderRow row;
    double share = 0; ///< of the largest sender's sessions
    FindingPtr worst; ///< first finding about this sender alone
};
using SenderLines = RowModel<SenderLine>;

SenderLines *newSenderLines(QObject *parent);
std::vector<SenderLine> senderLines(const std::vector<SenderRow> &rows);

/// One column per cause group; those without any occurrence are hidden by the page.
using SenderMatrix = RowModel<SenderRow>;
inline constexpr int matrixFirstCause = 1;
inline constexpr int matrixTimeColumn = matrixFirstCause + causeGroupCount;
SenderMatrix *newSenderMatrix(QObject *parent);

/// Rows whose name or key holds the text; sorts by SortRole.
class SenderProxy : public QSortFilterProxyModel
{
public:
    explicit SenderProxy(QObject *parent = nullptr);
    void setFind(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_find;
};

/// "every day", "every 7 days"; empty when too few reports tell.
QString rhythm(const SenderRow &row);
/// "MTA-STS, DANE"
QString checks(const SenderRow &row);

} // namespace tlsrpt
