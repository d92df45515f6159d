// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/deletedialog.h"

#include "ui/words/words.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace tlsrpt
{

static QString importName(const ImportRow &import)
{
    const QString names = import.names.size() > 2
        ? QStringList(import.names.mid(0, 2)).join(u", "_qs) + u" …"_qs
        : import.names.join(u", "_qs);
    //: an import: when, and of what
    return DeleteDialog::tr("%1: %2").arg(words::dateTime(import.started), names);
}

DeleteDialog::DeleteDialog(const std::vector<Choice> &domains, const std::vector<ImportRow> &imports,
                           DayRange period, QWidget *parent)
    : QDialog(parent), m_byDomain(new QRadioButton(tr("All reports about the &domain"), this)),
      m_byImport(new QRadioButton(tr("All reports that came with the &import"), this)),
      m_byAge(new QRadioButton(tr("All reports &before the day"), this)),
      m_domain(new QComboBox(this)), m_import(new QComboBox(this)), m_before(new QDateEdit(this)),
      m_count(new QLabel(this))
{
    setWindowTitle(tr("Delete reports"));
    for (const Choice &choice : domains)
        m_domain->addItem(choice.name, choice.key);
    for (const ImportRow &import : imports) {
        if (import.counts.imported > 0)
            m_import->addItem(importName(import), import.id.value);
    }
    for (QComboBox *box : {m_domain, m_import}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(32);
    }
    m_domain->setPlaceholderText(tr("Choose a domain"));
    m_domain->setCurrentIndex(-1);
    m_before->setCalendarPopup(true);
    m_before->setDisplayFormat(u"d MMM yyyy"_qs); // a year of four digits in every locale
    m_before->setDate(period.first.toDate().addDays(qMax(1, period.days() / 2)));
    m_domain->setAccessibleName(m_byDomain->text().remove(u'&'));
    m_import->setAccessibleName(m_byImport->text().remove(u'&'));
    m_before->setAccessibleName(m_byAge->text().remove(u'&'));
    m_byDomain->setChecked(m_domain->count() > 0);
    m_byDomain->setEnabled(m_domain->count() > 0);
    m_byImport->setEnabled(m_import->count() > 0);
    layOut();
    for (QRadioButton *radio : {m_byDomain, m_byImport, m_byAge})
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                update();
        });
    for (QComboBox *box : {m_domain, m_import})
        connect(box, &QComboBox::currentIndexChanged, this, &DeleteDialog::update);
    connect(m_before, &QDateEdit::dateChanged, this, &DeleteDialog::update);
}

void DeleteDialog::layOut()
{
    QFont bold = m_count->font();
    bold.setWeight(QFont::DemiBold);
    m_count->setFont(bold);
    auto *note = new QLabel(tr("Edit › Undo brings them back until the program ends. "
                               "The files they came from are not touched."), this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_delete = buttons->addButton(tr("Delete"), QDialogButtonBox::AcceptRole);
    // Return does not delete unless somebody went to the button.
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    setAttribute(Qt::WA_KeyboardFocusChange); // so that it is seen where Return goes

    auto *grid = new QGridLayout(this);
    grid->setVerticalSpacing(12);
    grid->setHorizontalSpacing(16);
    grid->addWidget(m_byDomain, 0, 0);
    grid->addWidget(m_domain, 0, 1);
    grid->addWidget(m_byImport, 1, 0);
    grid->addWidget(m_import, 1, 1);
    grid->addWidget(m_byAge, 2, 0);
    grid->addWidget(m_before, 2, 1);
    grid->addWidget(m_count, 3, 0, 1, 2);
    grid->addWidget(note, 4, 0, 1, 2);
    grid->addWidget(buttons, 5, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(buttons, &QDialogButtonBox::accepted, this, &DeleteDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void DeleteDialog::setDomain(const QString &domain)
{
    m_domain->setCurrentIndex(domain.isEmpty() ? -1 : m_domain->findData(domain));
}

void DeleteDialog::setCount(qint64 reports)
{
    m_count->setText(reports > 0 ? tr("%1 report(s) will be deleted.", nullptr, int(reports)).arg(words::number(reports))
                                 : tr("No report would be deleted."));
    m_delete->setEnabled(reports > 0);
}

void DeleteDialog::update()
{
    m_domain->setEnabled(m_byDomain->isChecked());
    m_import->setEnabled(m_byImport->isChecked());
    m_before->setEnabled(m_byAge->isChecked());
    m_delete->setEnabled(false);
    m_count->setText(u" "_qs); // keeps its line
    if (const auto chosen = choice())
        emit countAsked(*chosen);
}

std::optional<DeletionChoice> DeleteDialog::choice() const
{
    DeletionChoice choice;
    if (m_byDomain->isChecked() && m_domain->currentIndex() >= 0)
        choice.domain = m_domain->currentData().toString();
    else if (m_byImport->isChecked())
        choice.import = ImportId{m_import->currentData().toLongLong()};
    else if (m_byAge->isChecked())
        choice.before = Day::fromDate(m_before->date());
    else
        return std::nullopt;
    return choice;
}

QString DeleteDialog::nameOf(const DeletionChoice &choice) const
{
    if (choice.import)
        return tr("the reports of the import %1").arg(m_import->currentText());
    if (choice.before)
        return tr("the reports before %1").arg(words::dayLong(*choice.before));
    return tr("the reports about %1").arg(m_domain->currentText());
}

void DeleteDialog::choose()
{
    const auto chosenOnes = choice();
    if (!chosenOnes)
        return;
    emit chosen(*chosenOnes, nameOf(*chosenOnes));
    accept();
}

} // namespace tlsrpt
