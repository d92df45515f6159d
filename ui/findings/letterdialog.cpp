// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/letterdialog.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace tlsrpt
{

QString mailAddress(const QString &contact)
{
    // Nothing that could add a header or another recipient to a mailto address.
    static const QRegularExpression pattern(
        QStringLiteral("(?:^|[<\\s:])([A-Za-z0-9.!#$*+/=^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)(?:$|[>\\s])"));
    return pattern.match(contact.left(1000)).captured(1);
}

QUrl mailtoUrl(const QString &to, const QString &subject, const QString &body)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    QString lines = body;
    lines.replace(u"\n"_qs, u"\r\n"_qs); // RFC 6068 section 5
    // A line end in the subject would begin another header (RFC 6068 section 7).
    return QUrl(u"mailto:"_qs % QString::fromLatin1(QUrl::toPercentEncoding(to.simplified(), "@")) % u"?subject="_qs
                    % encoded(subject.simplified()) % u"&body="_qs % encoded(lines),
                QUrl::StrictMode);
}

LetterDialog::LetterDialog(const words::Letter &letter, QWidget *parent)
    : QDialog(parent)
    , m_to(new QLineEdit(letter.to))
    , m_subject(new QLineEdit(letter.subject))
    , m_body(new QPlainTextEdit(letter.body))
    , m_note(new QLabel)
{
    setWindowTitle(tr("Write to the postmaster"));
    resize(720, 560);
    m_body->setTabChangesFocus(true);
    auto *hint = new QLabel(letter.toHint);
    m_note->setText(tr("Read it before you send it. Nothing is sent by this program."));
    for (QLabel *label : {hint, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    auto *form = new QFormLayout;
    form->addRow(tr("&To:"), m_to);
    form->addRow(QString(), hint);
    form->addRow(tr("&Subject:"), m_subject);
    auto *text = new QLabel(tr("T&ext:"));
    text->setBuddy(m_body);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *open = buttons->addButton(tr("Open in mail program"), QDialogButtonBox::ActionRole);
    open->setProperty("primary", true);
    auto *copied = buttons->addButton(tr("Copy text"), QDialogButtonBox::ActionRole);

    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(text);
    column->addWidget(m_body, 1);
    column->addWidget(m_note);
    column->addWidget(buttons);
    connect(open, &QPushButton::clicked, this, [this] { openInMailProgram(); });
    connect(copied, &QPushButton::clicked, this, [this] { copy(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_body->setFocus();
}

void LetterDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_body->toPlainText());
    m_note->setText(tr("The text is in the clipboard."));
}

void LetterDialog::openInMailProgram()
{
    const QUrl url = mailtoUrl(m_to->text().trimmed(), m_subject->text(), m_body->toPlainText());
    m_note->setText(QDesktopServices::openUrl(url) ? tr("The mail program has the text. Send it there.")
                                                   : tr("No mail program answered. Copy the text instead."));
}

} // namespace tlsrpt
