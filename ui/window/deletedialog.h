// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/questions.h"
#include "core/query/reader.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QPushButton;
class QRadioButton;

namespace tlsrpt
{

/// Which reports to delete: of a domain, of an import, or older than a day.
class DeleteDialog : public QDialog
{
    Q_OBJECT
public:
    DeleteDialog(const std::vector<Choice> &domains, const std::vector<ImportRow> &imports,
                 DayRange period, QWidget *parent = nullptr);

signals:
    /// `what` names it in a sentence: "the reports of example.org".
    void chosen(const tlsrpt::DeletionChoice &choice, const QString &what);

private:
    void choose();
    void update();

    QRadioButton *m_byDomain;
    QRadioButton *m_byImport;
    QRadioButton *m_byAge;
    QComboBox *m_domain;
    QComboBox *m_import;
    QDateEdit *m_before;
    QPushButton *m_delete;
};

} // namespace tlsrpt
