// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/mailboxdialog.h"

#include "ui/mailboxes/accountform.h"
#include "ui/mailboxes/certificatebox.h"
#include "ui/mailboxes/folderlist.h"
#include "ui/mailboxes/testlog.h"
#include "ui/widgets/labels.h"
#include "ui/words/mailboxwords.h"
#include "ui/words/words.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tlsrpt
{

static bool isNotReached(Code code) { return code == Code::ServerUnreachable || code == Code::ServerTimeout; }

MailboxDialog::MailboxDialog(const Parts &parts, const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_account(new AccountForm(parts.theme, parts.providers, taken))
    , m_log(new TestLog(parts.theme))
    , m_testCaption(makeLabel(parts.theme, {}, FontRole::Caption, Token::Text2))
    , m_testButton(new QPushButton)
    , m_below(new QStackedWidget)
    , m_nothing(makeLabel(parts.theme,
                          tr("The test connects, signs in and counts the mails of each folder. It changes nothing in the "
                             "mailbox."),
                          FontRole::Caption, Token::Text2))
    , m_problem(new InfoBox(parts.theme, {}, {}, InfoBox::Kind::Problem))
    , m_certificate(new CertificateBox(parts.theme))
    , m_folders(new FolderList(parts.theme))
    , m_trust(makeLabel(parts.theme, {}, FontRole::Caption, Token::Text2))
    , m_distrust(new QPushButton(tr("Forget")))
    , m_missing(makeLabel(parts.theme, {}, FontRole::Caption, Token::Text2))
    , m_save(new QPushButton(tr("Add the mailbox")))
{
    setWindowTitle(tr("Add a mailbox"));
    build();
    connectParts();
    // Not `this`: the dialog may be closed before the answer comes.
    m_parts.secrets.hasStore().then(&m_parts.secrets, [self = QPointer(this)](bool has) {
        if (self)
            self->m_account->secret().setHasStore(has);
    });
    update();
    m_account->focusFirst();
}

MailboxDialog::MailboxDialog(const Parts &parts, const Mailbox &mailbox, QWidget *parent)
    : MailboxDialog(parts, QStringList(), parent)
{
    m_before = mailbox;
    m_caFile = mailbox.caFile;
    m_pinned = mailbox.pinnedCertificate;
    setWindowTitle(tr("Edit a mailbox"));
    m_save->setText(tr("Save"));
    m_account->show(mailbox);
    m_account->focusFirst();
    m_folders->setChosen(mailbox.folders);
    m_below->setCurrentWidget(m_folders);
    m_changed = false;
    update();
}

void MailboxDialog::build()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("The mailbox"));
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(space::m, space::m, space::m, space::m);
    leftColumn->addWidget(m_account);
    leftColumn->addStretch(1);
    scroll->setWidget(left);
    scroll->setMinimumWidth(430);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(scroll, 1);
    columns->addWidget(buildTest(), 1);

    m_save->setProperty("primary", true);
    m_save->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &MailboxDialog::save);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(space::m, space::s + space::xs, space::m, space::s + space::xs);
    bottom->setSpacing(space::s);
    bottom->addWidget(m_missing, 1);
    bottom->addWidget(cancel);
    bottom->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(columns, 1);
    column->addLayout(bottom);
    resize(900, 600);
}

QWidget *MailboxDialog::buildTest()
{
    auto *box = new QWidget;
    box->setBackgroundRole(QPalette::Base);
    box->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(makeLabel(m_parts.theme, tr("Test"), FontRole::Section));
    head->addWidget(m_testCaption, 1);
    m_testButton->setDefault(true);
    head->addWidget(m_testButton);
    auto *trust = new QHBoxLayout;
    m_trust->setWordWrap(true);
    m_distrust->setProperty("small", true);
    m_distrust->setAutoDefault(false);
    m_distrust->setToolTip(tr("Trust only the authorities that this computer trusts"));
    trust->addWidget(m_trust, 1);
    trust->addWidget(m_distrust);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *problem = new QWidget;
    auto *problemColumn = new QVBoxLayout(problem);
    problemColumn->setContentsMargins(0, 0, 0, 0);
    problemColumn->addWidget(m_problem);
    problemColumn->addStretch(1);
    for (QWidget *each : {static_cast<QWidget *>(m_nothing), problem, static_cast<QWidget *>(m_certificate), static_cast<QWidget *>(m_folders)})
        m_below->addWidget(each);
    column->addLayout(head);
    column->addWidget(m_log);
    column->addLayout(trust);
    column->addWidget(m_below, 1);
    return box;
}

void MailboxDialog::connectParts()
{
    connect(m_account, &AccountForm::accountChanged, this, &MailboxDialog::accountChanged);
    connect(m_account, &AccountForm::changed, this, &MailboxDialog::update);
    connect(m_folders, &FolderList::changed, this, &MailboxDialog::update);
    connect(m_testButton, &QPushButton::clicked, this, [this] {
        if (m_test.isRunning() || m_asking)
            accountChanged(); // which stops it
        else
            test();
    });
    connect(&m_test, &MailboxTest::step, m_log, &TestLog::addStep);
    connect(&m_test, &MailboxTest::gaveUp, m_log, &TestLog::addGivenUp);
    connect(&m_test, &MailboxTest::finished, this, &MailboxDialog::ended);
    connect(m_certificate, &CertificateBox::trustChanged, this, [this] {
        m_pinned = m_certificate->trusted();
        m_changed = true;
        update();
    });
    connect(m_certificate, &CertificateBox::authorityChosen, this, [this](const QString &file) {
        m_caFile = file;
        m_changed = true;
        test();
    });
    connect(m_distrust, &QPushButton::clicked, this, [this] {
        m_caFile.clear();
        m_pinned.clear();
        accountChanged();
    });
}

void MailboxDialog::test()
{
    if (!m_account->missing().isEmpty())
        return;
    m_tested = false;
    m_log->begin();
    m_below->setCurrentWidget(m_nothing);
    if (const auto secret = m_account->secret().secret()) {
        runTest(*secret);
        return;
    }
    m_asking = true;
    update();
    m_parts.secrets.get(mailbox()).then(&m_parts.secrets, [self = QPointer(this)](const Result<Secret> &secret) {
        if (!self || !self->m_asking)
            return;
        self->m_asking = false;
        if (secret)
            self->runTest(*secret);
        else
            self->showProblem(secret.error());
    });
}

void MailboxDialog::runTest(const Secret &secret)
{
    std::vector<Mailbox> guesses = m_account->guesses();
    for (Mailbox &guess : guesses) {
        guess.caFile = m_caFile;
        guess.pinnedCertificate = m_pinned;
    }
    m_test.start(guesses, secret);
    update();
}

void MailboxDialog::ended(const TestOutcome &outcome)
{
    const QString seconds = locale().toString(static_cast<double>(outcome.elapsedMs) / 1000, 'f', 1);
    m_account->setServer(outcome.mailbox, !outcome.error || !isNotReached(outcome.error->code));
    if (!outcome.error) {
        m_tested = true;
        qint64 mails = 0;
        for (const FolderCount &folder : outcome.folders)
            mails += folder.mails.value_or(0);
        m_log->endWell(tr("The mailbox can be read: %1 mails in %Ln folder(s).", nullptr,
                          static_cast<int>(outcome.folders.size()))
                           .arg(words::number(mails)));
        m_folders->setFolders(outcome.folders);
        m_account->setFolders(outcome.folders);
        m_below->setCurrentWidget(m_folders);
        update();
        m_testCaption->setText(tr("passed after %1 seconds").arg(seconds));
        return;
    }
    showProblem(*outcome.error);
    if (outcome.certificate) {
        m_certificate->show(*outcome.certificate);
        m_below->setCurrentWidget(m_certificate);
    }
    m_testCaption->setText(tr("stopped after %1 seconds").arg(seconds));
}

void MailboxDialog::showProblem(const Error &error)
{
    // The server's own words are no headline.
    const words::ErrorWords told = words::error({error.code, error.subject, {}, -1});
    const QString verbatim = words::serversWords(error);
    m_log->endBadly(told.reason);
    QString next = told.next;
    if (!m_before && isNotReached(error.code))
        next += u' ' + tr("Your mail provider tells the name of its IMAP server.");
    m_problem->setText(told.what, verbatim.isEmpty() ? next : tr("%1\nVerbatim: %2").arg(next, verbatim));
    m_below->setCurrentWidget(m_problem->parentWidget());
    update();
    if (error.code == Code::SignInRefused || error.code == Code::NoPassword)
        focusPassword();
}

void MailboxDialog::accountChanged()
{
    m_test.cancel();
    m_asking = false;
    m_tested = false;
    m_changed = true;
    if (m_log->count() > 0) {
        m_log->begin();
        m_below->setCurrentWidget(m_before ? static_cast<QWidget *>(m_folders) : m_nothing);
    }
    update();
}

bool MailboxDialog::needsTest() const
{
    return !m_tested && (!m_before || m_changed);
}

void MailboxDialog::update()
{
    const bool running = m_test.isRunning() || m_asking;
    m_testButton->setText(running ? tr("Stop") : m_log->count() > 0 ? tr("Test again") : tr("Test"));
    const QString missing = m_account->missing();
    m_testButton->setEnabled(running || missing.isEmpty());
    if (!m_tested || running)
        m_testCaption->setText(running ? tr("under way") : QString());
    QString wrong = missing.isEmpty() ? m_account->wrong() : missing;
    if (wrong.isEmpty() && !m_folders->isComplete())
        wrong = tr("Choose at least one folder.");
    if (wrong.isEmpty() && needsTest())
        wrong = m_before ? tr("The changes can be saved once the test has passed.")
                         : tr("The mailbox can be added once the test has passed.");
    m_missing->setText(wrong);
    m_save->setEnabled(wrong.isEmpty() && !running);
    const bool trusts = !m_pinned.isEmpty() || !m_caFile.isEmpty();
    m_trust->setText(!m_pinned.isEmpty() ? tr("Trusts one certificate that you chose.")
                         : trusts        ? tr("Trusts the authority in %1.").arg(QFileInfo(m_caFile).fileName())
                                         : QString());
    m_trust->setVisible(trusts);
    m_distrust->setVisible(trusts);
}

Mailbox MailboxDialog::mailbox() const
{
    Mailbox mailbox = m_account->mailbox();
    mailbox.folders = m_folders->chosen();
    mailbox.caFile = m_caFile;
    mailbox.pinnedCertificate = m_pinned;
    mailbox.paused = m_before && m_before->paused;
    return mailbox;
}

void MailboxDialog::save()
{
    const SecretForm &secret = m_account->secret();
    MailboxEntry entry{mailbox(), {}, secret.remember(), secret.grant()};
    if (entry.mailbox.signIn == SignIn::Password)
        entry.password = secret.secret();
    emit chosen(entry);
    accept();
}

void MailboxDialog::focusPassword()
{
    m_account->secret().focusPassword();
}

} // namespace tlsrpt
