// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/sourcesview.h"

#include "ui/importing/mailboxstrip.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

constexpr int twoLineRow = 38;

QPushButton *button(const QString &text, const QString &toolTip, bool small)
{
    auto *made = new QPushButton(text);
    made->setToolTip(toolTip);
    made->setProperty("small", small);
    return made;
}

} // namespace

SourcesView::SourcesView(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_sources(newSourceRows(this))
    , m_notices(newNoticeRows(this))
{
    build();
    connect(&theme, &Theme::changed, this, &SourcesView::applyTheme);
    applyTheme();
    updateButtons();
}

void SourcesView::build()
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(buildTop());
    splitter->addWidget(buildBottom());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    splitter->restoreState(m_settings.state(u"sources/splitter"_qs).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this,
            [this, splitter] { m_settings.setState(u"sources/splitter"_qs, splitter->saveState()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

QWidget *SourcesView::buildTop()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::s);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::m, 0, space::m, 0);
    m_title = new QLabel(tr("Sources"));
    m_caption = new QLabel;
    auto *import = button(tr("Import files…"), tr("Import report files, archives, mails"), false);
    auto *folder = button(tr("Import a folder…"), tr("Import everything below a folder"), false);
    auto *watch = button(tr("Watch a folder…"), tr("Import what is put into a folder, from now on"), false);
    auto *mailbox = button(tr("Add a mailbox…"), tr("Fetch reports where they arrive, from now on"), false);
    m_remove = button(tr("Delete…"), {}, false);
    bar->addWidget(m_title);
    bar->addWidget(m_caption, 1);
    for (QPushButton *each : {m_remove, import, folder, watch, mailbox})
        bar->addWidget(each);
    connect(import, &QPushButton::clicked, this, &SourcesView::importFiles);
    connect(folder, &QPushButton::clicked, this, &SourcesView::importFolder);
    connect(watch, &QPushButton::clicked, this, &SourcesView::watchFolder);
    connect(mailbox, &QPushButton::clicked, this, [this] { emit mailboxWished(MailboxWish::Add, {}); });
    connect(m_remove, &QPushButton::clicked, this, &SourcesView::removeRequested);

    m_sourceTable = new QTableView;
    m_sourceTable->setModel(m_sources);
    m_sourceTable->setAccessibleName(tr("Sources"));
    setUpTable(*m_sourceTable, m_theme, m_settings, u"sources/table"_qs);
    m_sourceTable->verticalHeader()->setDefaultSectionSize(twoLineRow);
    setColumnWidths(*m_sourceTable->horizontalHeader(), {380, 204, 96, 96, 84, 84, 84, 140});
    m_sourceTable->setItemDelegate(new NumberDelegate(m_theme, m_sourceTable, 37));
    m_sourceTable->setItemDelegateForColumn(0, new TwoLineDelegate(m_theme, m_sourceTable));
    m_sourceTable->setItemDelegateForColumn(1, new ProgressDelegate(m_theme, m_sourceTable, 37));
    m_sourceTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(m_sourceTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateButtons();
        emit selectionChanged();
    });
    m_strip = new MailboxStrip(m_theme);
    new RowMenu(*m_sourceTable, [this](QMenu &menu) {
        const SourceRow *row = selected();
        if (row && row->mailbox)
            addButtons(menu, m_strip->buttons());
        else if (row)
            addButtons(menu, {m_again, m_remove});
    });
    connect(m_strip, &MailboxStrip::wished, this, &SourcesView::mailboxWished);
    column->addLayout(bar);
    column->addWidget(m_sourceTable);
    column->addWidget(m_strip);
    return box;
}

QWidget *SourcesView::buildBottom()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::m, 0, space::m, 0);
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Which items are listed"));
    for (int kind = 0; kind < 3; ++kind)
        m_tabs->addTab({});
    m_more = new QLabel;
    m_again = button(tr("Try again"), tr("Import the same sources once more"), true);
    m_save = button(tr("Save the list…"), tr("Save all items of this list as CSV"), true);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(m_more);
    bar->setSpacing(space::s);
    bar->addWidget(m_again);
    bar->addWidget(m_save);
    connect(m_tabs, &QTabBar::currentChanged, this, &SourcesView::kindChanged);
    connect(m_again, &QPushButton::clicked, this, &SourcesView::tryAgain);
    connect(m_save, &QPushButton::clicked, this, &SourcesView::saveList);

    m_noticeTable = new QTableView;
    m_noticeTable->setModel(m_notices);
    m_noticeTable->setAccessibleName(tr("Rejected, ignored or conflicting items"));
    setUpTable(*m_noticeTable, m_theme, m_settings, u"sources/notices"_qs);
    m_noticeTable->verticalHeader()->setDefaultSectionSize(twoLineRow);
    m_noticeTable->setItemDelegate(new CellDelegate(m_theme, m_noticeTable, 37));
    m_noticeTable->setItemDelegateForColumn(0, new TwoLineDelegate(m_theme, m_noticeTable));
    m_noticeTable->horizontalHeader()->setStretchLastSection(true);
    setColumnWidths(*m_noticeTable->horizontalHeader(), {430, 180});
    m_nothing = makeLabel(m_theme, {}, FontRole::Body, Token::Text2);
    m_nothing->setContentsMargins(space::m, space::m, space::m, space::m);
    m_whole = makeLabel(m_theme, {});
    m_whole->setWordWrap(true);
    m_whole->setAccessibleName(tr("All about the chosen item"));
    m_whole->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whole->setContentsMargins(space::m, space::s, space::m, space::s);
    m_whole->hide();
    connect(m_noticeTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showWhole();
        updateButtons();
    });
    column->addLayout(bar);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    column->addWidget(m_noticeTable, 1);
    column->addWidget(m_whole);
    // What is done with a chosen item comes after the list of them.
    setTabOrder(m_tabs, m_noticeTable);
    setTabOrder(m_noticeTable, m_again);
    setTabOrder(m_again, m_save);
    return box;
}

void SourcesView::applyTheme()
{
    m_title->setFont(m_theme.font(FontRole::Section));
    for (QLabel *label : {m_caption, m_more}) {
        label->setFont(m_theme.font(FontRole::Caption));
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.color(Token::Text2));
        label->setPalette(palette);
    }
}

void SourcesView::updateButtons()
{
    const SourceRow *row = selected();
    m_strip->show(row && row->mailbox ? &*row->mailbox : nullptr);
    m_remove->setVisible(!row || !row->mailbox);
    m_remove->setEnabled(row && row->state != SourceRow::State::Running && row->state != SourceRow::State::Paused);
    m_remove->setText(row && !row->folder.isEmpty() ? tr("Stop watching") : tr("Delete reports…"));
    m_remove->setToolTip(row && !row->folder.isEmpty()
                             ? tr("The folder and its imported reports stay")
                             : tr("Delete the reports of the selected import from the archive; can be undone"));
    const SourceRow *retry = toRetry();
    m_again->setEnabled(retry != nullptr);
    m_again->setToolTip(retry && retry->kind == ImportKind::Mailbox ? tr("Fetch from the mailbox once more")
                                                                 : tr("Import the same sources once more"));
    m_save->setEnabled(m_notices->rowCount() > 0);
}

const SourceRow *SourcesView::toRetry() const
{
    const SourceRow *row = selected();
    const QModelIndex item = m_noticeTable ? m_noticeTable->currentIndex() : QModelIndex();
    for (int i = 0; !row && item.isValid() && i < m_sources->rowCount(); ++i) {
        if (m_sources->row(i).import == m_notices->row(item.row()).import)
            row = &m_sources->row(i);
    }
    const bool incomplete = row && (row->counts.rejected > 0 || row->state == SourceRow::State::Interrupted || row->kind == ImportKind::Mailbox);
    return incomplete && !row->names.isEmpty() ? row : nullptr;
}

void SourcesView::showWhole()
{
    const QModelIndex item = m_noticeTable->currentIndex();
    m_whole->setVisible(item.isValid());
    if (item.isValid())
        m_whole->setText(item.siblingAtColumn(1).data().toString() + u". "_qs + item.siblingAtColumn(2).data().toString());
}

void SourcesView::showSources(std::vector<SourceRow> rows)
{
    const SourceRow *before = selected();
    const ImportId shown = before ? before->import : ImportId{};
    const QString stood = before ? before->standing() : QString();
    const ImportId kept = m_wanted ? m_wanted : shown;
    const QString standing = m_wanted ? QString() : stood;
    qint64 reports = 0;
    for (const SourceRow &row : rows)
        reports += row.standing().isEmpty() ? row.counts.imported : 0; // its imports are listed too
    m_caption->setText(tr("%Ln source(s)", nullptr, static_cast<int>(rows.size())) + u" · "_qs
                       + tr("%1 reports imported").arg(words::number(reports)));
    QSignalBlocker quiet(m_sourceTable->selectionModel());
    m_sources->setRows(std::move(rows));
    for (int i = 0; i < m_sources->rowCount(); ++i) {
        const SourceRow &row = m_sources->row(i);
        if (row.import == kept && row.standing() == standing && (kept || !standing.isEmpty())) {
            // Not selectRow(), which heeds the Shift that somebody may hold down.
            m_sourceTable->selectionModel()->setCurrentIndex(m_sources->index(i, 0),
                                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            m_wanted = {};
        }
    }
    updateButtons();
    quiet.unblock();
    const SourceRow *after = selected();
    if ((after ? after->import : ImportId{}) != shown || (after ? after->standing() : QString()) != stood)
        emit selectionChanged(); // the notices below are of another source
}

void SourcesView::showNotices(std::vector<NoticeRow> rows, qint64 total)
{
    const qint64 shown = static_cast<qint64>(rows.size());
    m_notices->setRows(std::move(rows));
    showWhole();
    const QString nothing = kind() == NoticeKind::Rejected ? tr("Nothing was rejected.")
        : kind() == NoticeKind::Ignored                    ? tr("Nothing was ignored.")
                                                           : tr("No report came in two versions.");
    m_nothing->setText(nothing);
    m_nothing->setVisible(shown == 0);
    m_noticeTable->setVisible(shown > 0);
    m_more->setText(total > shown ? tr("%1 of %2 shown; the saved list has all")
                                        .arg(words::number(shown), words::number(total))
                                  : QString());
    updateButtons();
}

void SourcesView::showCounts(const std::array<qint64, 3> &counts)
{
    m_tabs->setTabText(0, tr("Rejected %1").arg(words::number(counts[0])));
    m_tabs->setTabText(1, tr("Ignored %1").arg(words::number(counts[1])));
    m_tabs->setTabText(2, tr("Conflicts %1").arg(words::number(counts[2])));
}

NoticeKind SourcesView::kind() const
{
    return static_cast<NoticeKind>(m_tabs->currentIndex());
}

void SourcesView::setKind(NoticeKind kind)
{
    m_tabs->setCurrentIndex(static_cast<int>(kind));
}

const SourceRow *SourcesView::selected() const
{
    const QModelIndexList rows = m_sourceTable ? m_sourceTable->selectionModel()->selectedRows() : QModelIndexList();
    return rows.isEmpty() ? nullptr : &m_sources->row(rows.first().row());
}

void SourcesView::select(ImportId import)
{
    m_wanted = m_sources->rowCount() == 0 ? import : ImportId{};
    if (!import)
        m_sourceTable->clearSelection();
    for (int i = 0; import && i < m_sources->rowCount(); ++i) {
        if (m_sources->row(i).import == import)
            m_sourceTable->selectRow(i);
    }
}

ImportId SourcesView::chosen() const
{
    const SourceRow *row = selected();
    return row ? row->import : m_wanted;
}

QWidget *SourcesView::list() const { return m_sourceTable; }

const QAbstractItemModel *SourcesView::focusedTable() const
{
    return m_noticeTable->hasFocus() ? static_cast<const QAbstractItemModel *>(m_notices) : m_sources;
}

} // namespace tlsrpt
