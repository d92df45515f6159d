// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/questions.h"
#include "core/query/reader.h"
#include "core/store/archive.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QRadioButton;

namespace tlsrpt
{

/// Which reports to delete: of a domain, of an import, or older than a day. Nothing can be deleted
/// before its number is known.
class DeleteDialog : public QDialog
{
    Q_OBJECT
public:
    DeleteDialog(const std::vector<Choice> &domains, const std::vector<ImportRow> &imports,
                 DayRange period, QWidget *parent = nullptr);
    /// The domain that is offered; one that there is not: none.
    void setDomain(const QString &domain);
    /// Asks countAsked() for the first time.
    void start() { update(); }
    /// The answer to the last countAsked().
    void setCount(qint64 reports);

signals:
    void countAsked(const tlsrpt::DeletionChoice &choice);
    /// `what` names it in a sentence: "the reports of example.org".
    void chosen(const tlsrpt::DeletionChoice &choice, const QString &what);

private:
    std::optional<DeletionChoice> choice() const; ///< none: nothing is chosen yet
    QString nameOf(const DeletionChoice &choice) const;
    void layOut();
    void choose();
    void update();

    QRadioButton *m_byDomain;
    QRadioButton *m_byImport;
    QRadioButton *m_byAge;
    QComboBox *m_domain;
    QComboBox *m_import;
    QDateEdit *m_before;
    QLabel *m_count;
    QPushButton *m_delete;
};

} // namespace tlsrpt
