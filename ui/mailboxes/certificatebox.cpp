// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/certificatebox.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/mailboxwords.h"
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
    , m_trust(new QCheckBox(tr("&Trust this certificate for this mailbox")))
    , m_warning(makeLabel(theme,
                          tr("Only if you have compared the fingerprint with the one that whoever runs the server told you. "
                             "Otherwise somebody in between may read the password and the mail."),
                          FontRole::Caption, Token::Text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *authority = new QPushButton(tr("Choose a certificate authority file…"));
    authority->setProperty("small", true);
    authority->setAutoDefault(false);
    authority->setToolTip(tr("If the issuer is your own: its certificate, in PEM. It is then trusted for this mailbox only"));
    m_warning->setWordWrap(true);
    column->addWidget(m_head);
    column->addWidget(m_grid);
    column->addWidget(authority, 0, Qt::AlignLeft);
    column->addWidget(m_trust);
    column->addWidget(m_warning);
    column->addStretch(1);
    connect(authority, &QPushButton::clicked, this, &CertificateBox::chooseAuthority);
    connect(m_trust, &QCheckBox::toggled, this, &CertificateBox::trustChanged);
}

void CertificateBox::show(const CertificateProblem &problem)
{
    m_sha256 = problem.sha256;
    const QSignalBlocker quiet(m_trust);
    m_trust->setChecked(false);
    m_trust->setEnabled(!problem.sha256.isEmpty());
    const words::ErrorWords told = words::error({Code::CertificateRefused, {}, {}, -1});
    QStringList reasons;
    for (const QString &reason : problem.reasons)
        reasons << reason;
    m_head->setText(told.what, reasons.join(u'\n'));
    const auto date = [](const QDateTime &time) {
        return time.isValid() ? words::dateTime(time.toSecsSinceEpoch()) : QStringLiteral("–");
    };
    m_grid->clear();
    m_grid->addRow(tr("For"), problem.subject);
    m_grid->addRow(tr("Issued by"), problem.issuer);
    m_grid->addRow(tr("Valid"), tr("%1 to %2").arg(date(problem.validFrom), date(problem.validTo)));
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
