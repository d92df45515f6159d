// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportview.h"

#include "core/parse/parse.h"
#include "ui/reports/jsonview.h"
#include "ui/reports/readview.h"
#include "ui/widgets/labels.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

constexpr qsizetype mostRaw = 1'000'000;
constexpr qsizetype mostHex = 65'536;

QString hexDump(const QByteArray &bytes)
{
    QString text;
    constexpr qsizetype width = 16;
    for (qsizetype at = 0; at < std::min(bytes.size(), mostHex); at += width) {
        const QByteArray line = bytes.mid(at, width);
        QString printable;
        for (const char c : line)
            printable += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
        text += u"%1  %2  %3\n"_qs.arg(at, 6, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -(3 * static_cast<int>(width) - 1))
                    .arg(printable);
    }
    return bytes.size() > mostHex ? text + u"…"_qs : text;
}

QString rawText(const OriginalRow &original, const QByteArray &json)
{
    if (original.packing == Packing::Gzip)
        return hexDump(original.bytes);
    QString text = decodedText(json).left(mostRaw);
    for (QChar &c : text) {
        if (c != u'\n' && c != u'\t' && c != u'\r')
            c = shownCharacter(c);
    }
    return text;
}

} // namespace

Result<OpenedReport> openReport(ArchiveReader &reader, ReportId id, const Limits &limits)
{
    auto original = reader.original(id);
    if (!original)
        return tl::unexpected(original.error());
    auto reopened = reopen(std::move(*original), limits);
    if (!reopened)
        return tl::unexpected(reopened.error());
    OpenedReport opened;
    opened.json = formatJson(decodedText(reopened->json));
    opened.raw = rawText(reopened->original, reopened->json);
    opened.report = std::move(*reopened);
    return opened;
}

ReportView::ReportView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeLabel(theme, {}, FontRole::Section))
    , m_day(makeLabel(theme, {}, FontRole::Body, Token::Text2))
    , m_tabs(new QTabWidget)
    , m_read(new ReadView(theme))
    , m_json(new JsonView(theme))
    , m_raw(new QPlainTextEdit)
    , m_rawNote(makeLabel(theme, {}, FontRole::Caption, Token::Text2))
{
    m_title->setWordWrap(true);
    auto *save = new QPushButton(tr("Save the file…"));
    m_save = save;
    connect(save, &QPushButton::clicked, this, &ReportView::saveRequested);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setProperty("small", true);
    copy->setToolTip(tr("Copy the JSON as shown"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_json->toPlainText()); });
    m_raw->setReadOnly(true);
    m_raw->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_raw->setAccessibleName(tr("The raw file"));
    const auto applyFont = [this] { m_raw->setFont(m_theme.font(FontRole::Mono)); };
    connect(&theme, &Theme::changed, this, applyFont);
    applyFont();

    const auto withBar = [](QWidget *view, std::initializer_list<QWidget *> bar) {
        auto *box = new QWidget;
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, space::s, 0, 0);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(space::l, 0, space::l, 0);
        for (QWidget *each : bar) {
            auto *label = qobject_cast<QLabel *>(each);
            if (label)
                label->setWordWrap(true); // else it would say how narrow the report may be
            row->addWidget(each, label ? 1 : 0);
        }
        column->addLayout(row);
        column->addWidget(view, 1);
        return box;
    };
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_read, tr("Read"));
    m_tabs->addTab(withBar(m_json, {makeLabel(theme, tr("Unpacked and indented · marked lines differ from the standard"),
                                              FontRole::Caption, Token::Text2), copy}), tr("JSON"));
    m_tabs->addTab(withBar(m_raw, {m_rawNote}), tr("Raw file"));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::l, space::m, space::l, space::s);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_title);
    names->addWidget(m_day);
    head->addLayout(names, 1);
    head->addWidget(m_save, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    clear();
}

void ReportView::clear(const QString &why)
{
    m_title->setText(why);
    m_day->clear();
    m_save->hide();
    m_tabs->hide();
}

void ReportView::showError(const Error &error)
{
    const words::ErrorWords told = words::error(error);
    m_title->setText(told.reason);
    m_day->setText(told.what);
    m_save->hide();
    m_tabs->hide();
}

void ReportView::show(const OpenedReport &opened)
{
    const Report &report = opened.report.report;
    const QString sender = report.organization.isEmpty() ? report.reporterKey : report.organization;
    const QString domain = report.policies.empty() ? opened.report.original.domainHint : report.policies.front().policyDomain;
    m_title->setText(tr("%1 about %2").arg(words::shown(sender, 200), words::shown(domain, 200)));
    m_day->setText(words::dayLong(report.day()));
    m_read->show(opened.report);
    m_json->show(opened.json, report.deviations);
    m_raw->setPlainText(opened.raw);
    const OriginalRow &original = opened.report.original;
    m_rawNote->setText(original.packing == Packing::Gzip
                           ? tr("%1 · gzip, %2 as it came").arg(original.fileName, words::bytes(original.bytes.size()))
                           : tr("%1 · %2 as it came").arg(original.fileName, words::bytes(original.bytes.size())));
    m_save->show();
    m_tabs->show();
}

int ReportView::tab() const
{
    return m_tabs->currentIndex();
}

void ReportView::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

} // namespace tlsrpt
