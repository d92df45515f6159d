// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/certificatebox.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/mailboxwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace tlsrpt
{

CertificateBox::CertificateBox(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_head(new InfoBox(theme, {}, {}, InfoBox::Kind::Problem))
    , m_grid(new ValueGrid(theme))
    , m_authority(new QPushButton(tr("Choose a certificate authority file…")))
    , m_trust(new QCheckBox(tr("&Trust this certificate for this mailbox")))
    , m_warning(makeLabel(theme,
                          tr("Only if you have compared the fingerprint with the one that whoever runs the server told you. "
                             "Otherwise somebody in between may read the password and the mail."),
                          FontRole::Caption, Token::Text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_authority->setProperty("small", true);
    m_authority->setAutoDefault(false);
    m_authority->setToolTip(tr("If the issuer is your own: its certificate, in PEM. It is then trusted for this mailbox only"));
    m_warning->setWordWrap(true);
    column->addWidget(m_head);
    column->addWidget(m_grid);
    column->addWidget(m_authority, 0, Qt::AlignLeft);
    column->addWidget(m_trust);
    column->addWidget(m_warning);
    column->addStretch(1);
    connect(m_authority, &QPushButton::clicked, this, &CertificateBox::chooseAuthority);
    connect(m_trust, &QCheckBox::toggled, this, &CertificateBox::trustChanged);
}

void CertificateBox::show(const CertificateProblem &problem)
{
    m_sha256 = problem.sha256;
    const QSignalBlocker quiet(m_trust);
    m_trust->setChecked(false);
    m_trust->setEnabled(!problem.sha256.isEmpty());
    const words::ErrorWords told = words::error({Code::CertificateRefused, {}, {}, -1});
    QStringList faults;
    bool unknown = false;
    for (const CertificateFault &fault : problem.faults) {
        faults << words::certificateFault(fault);
        unknown = unknown || fault.kind == CertificateFault::Kind::UnknownIssuer
            || fault.kind == CertificateFault::Kind::SelfSigned;
    }
    m_authority->setVisible(unknown); // which mends nothing else
    if (!unknown) // else the ways out stand below
        faults << words::error({Code::CertificateRefused, {}, toDetail(problem.faults), -1}).next;
    m_head->setText(told.what, faults.join(u'\n'));
    m_grid->clear();
    const QString names = problem.names.isEmpty() ? problem.subject : problem.names.join(u", ");
    m_grid->addRow(tr("For"), words::shown(names));
    m_grid->addRow(tr("Issued by"), words::shown(problem.issuer));
    m_grid->addRow(tr("Valid"), words::validity(problem));
    m_grid->addRow(tr("SHA-256"), breakable(words::fingerprint(problem.sha256)), FontRole::Mono);
    setVisible(true);
}

QByteArray CertificateBox::trusted() const
{
    return m_trust->isChecked() ? m_sha256 : QByteArray();
}

void CertificateBox::chooseAuthority()
{
    auto *dialog = new QFileDialog(this, tr("Certificate authority"), {},
                                   tr("Certificates (*.pem *.crt *.cer)") + u";;"_qs + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CertificateBox::authorityChosen);
    dialog->open();
}

} // namespace tlsrpt
