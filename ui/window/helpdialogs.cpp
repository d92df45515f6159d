// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/helpdialogs.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

namespace tlsrpt
{

struct HelpWords {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

static QLabel *paragraph(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

static QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// A dialog with a scrolling body and a Close button.
static QVBoxLayout *makeDialog(QWidget *window, const QString &title, QSize size)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *scroll = new QScrollArea(dialog);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(title);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    scroll->setWidget(body);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto *outer = new QVBoxLayout(dialog);
    outer->setContentsMargins(0, 0, 0, space::m);
    outer->addWidget(scroll, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, 0, space::m, 0);
    row->addWidget(buttons);
    outer->addLayout(row);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->resize(size.boundedTo(window->size() * 0.95));
    dialog->open();
    return column;
}

void showAboutReports(QWidget *window, const Theme &theme)
{
    QVBoxLayout *column = makeDialog(window, HelpWords::tr("What are TLS reports?"), {640, 520});
    const QList<std::pair<QString, QString>> texts{
        {HelpWords::tr("Reports about mail to your domain"),
         HelpWords::tr("Mail systems that deliver to your domain (Google, Microsoft and others) write once a "
                       "day how often an encrypted connection to your mail servers worked and why it did not. "
                       "They send it to the address in your domain's _smtp._tls record. RFC 8460 says how.")},
        {HelpWords::tr("Sessions"),
         HelpWords::tr("The reports count sessions, which are attempts to set up a connection. They do not count "
                       "mails: one mail may need several sessions, and one session may carry many mails.")},
        {HelpWords::tr("Protected, no policy, failed"),
         HelpWords::tr("Protected: the session was encrypted and the server was verified, by MTA-STS or DANE. "
                       "No policy: the mail was delivered, but nothing was verified. Failed: the sender could "
                       "not set up what the policy asks for.")},
        {HelpWords::tr("MTA-STS and DANE"),
         HelpWords::tr("Both tell senders to encrypt and to check whom they talk to. MTA-STS is a text file on "
                       "a web server of your domain (RFC 8461); DANE is a TLSA record in signed DNS (RFC 7672).")},
        {HelpWords::tr("What reports cannot tell"),
         HelpWords::tr("They do not say which mail was concerned, and they give successes for a whole policy "
                       "only, never for one mail server. Only some senders write them.")},
    };
    for (const auto &[title, text] : texts) {
        column->addWidget(paragraph(title, bold(theme.font(FontRole::Section)), column->parentWidget()));
        column->addWidget(paragraph(text, theme.font(FontRole::Body), column->parentWidget()));
        column->addSpacing(space::s);
    }
    column->addStretch(1);
}

void showShortcuts(QWidget *window, const Theme &theme, const QList<std::pair<QString, QString>> &list)
{
    QVBoxLayout *column = makeDialog(window, HelpWords::tr("Keyboard shortcuts"), {460, 560});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::column);
    grid->setVerticalSpacing(space::xs);
    int row = 0;
    for (const auto &[text, keys] : list) {
        auto *name = new QLabel(text);
        auto *shortcut = new QLabel(keys);
        name->setTextFormat(Qt::PlainText);
        shortcut->setTextFormat(Qt::PlainText);
        shortcut->setFont(theme.font(FontRole::Mono));
        grid->addWidget(name, row, 0);
        grid->addWidget(shortcut, row++, 1);
    }
    grid->setColumnStretch(0, 1);
    column->addLayout(grid);
    column->addStretch(1);
}

void showAbout(QWidget *window, const Theme &theme)
{
    QVBoxLayout *column = makeDialog(window, HelpWords::tr("About TLS Report Viewer"), {480, 320});
    QWidget *body = column->parentWidget();
    auto *icon = new QLabel(body);
    icon->setPixmap(theme.pixmap(u"tlsrpt-viewer"_qs, Token::Accent, 48, window->devicePixelRatioF()));
    icon->setAccessibleName(HelpWords::tr("TLS Report Viewer"));
    column->addWidget(icon);
    column->addWidget(paragraph(HelpWords::tr("TLS Report Viewer %1").arg(QStringLiteral(TLSRPT_VERSION)),
                                bold(theme.font(FontRole::Headline)), body));
    column->addWidget(paragraph(HelpWords::tr("Reads SMTP TLS reports (RFC 8460), keeps them in one file and says "
                                              "what they mean. Nothing leaves this computer."),
                                theme.font(FontRole::Body), body));
    column->addWidget(paragraph(HelpWords::tr("Free software under the GNU General Public License, version 3 or "
                                              "later. It comes with no warranty."),
                                theme.font(FontRole::Body), body));
    column->addWidget(paragraph(HelpWords::tr("Built with Qt %1, SQLite, simdjson, QuaZip, zlib, GMime and libpsl.")
                                    .arg(QString::fromLatin1(qVersion())),
                                theme.font(FontRole::Caption), body));
    column->addStretch(1);
}

} // namespace tlsrpt
