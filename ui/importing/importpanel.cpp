// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importpanel.h"

#include "ui/words/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace tlsrpt
{

namespace
{
constexpr int showAfterMs = 500;
constexpr int hideAfterMs = 6000;
constexpr int hideRejectedAfterMs = 20'000; ///< there is more to read
constexpr int barSteps = 1000;

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    return label;
}
} // namespace

ImportPanel::ImportPanel(ImportQueue &queue, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_queue(queue)
    , m_theme(theme)
    , m_title(plainLabel())
    , m_pause(new QToolButton)
    , m_close(new QToolButton)
    , m_bar(new QProgressBar)
    , m_files(plainLabel())
    , m_left(plainLabel())
    , m_counts(plainLabel())
    , m_note(plainLabel())
    , m_details(new QPushButton(tr("Details")))
    , m_delay(new QTimer(this))
    , m_hide(new QTimer(this))
{
    build();
    hide();
    m_delay->setSingleShot(true);
    m_delay->setInterval(showAfterMs);
    m_hide->setSingleShot(true);
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_hide, &QTimer::timeout, this, &QWidget::hide);
    connect(&queue, &ImportQueue::started, this, [this] {
        if (!isQuiet())
            begin();
    });
    connect(&queue, &ImportQueue::progressed, this, [this] {
        if (isQuiet() && !m_running && m_queue.progress().inputsTotal > 0)
            begin();
        if (m_running)
            update();
    });
    connect(&queue, &ImportQueue::finished, this, &ImportPanel::showOutcome);
    connect(&queue, &ImportQueue::failed, this, &ImportPanel::showError);
    connect(m_pause, &QToolButton::clicked, this, [this] {
        if (m_queue.paused())
            m_queue.resume();
        else
            m_queue.pause();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        if (m_queue.running())
            m_queue.cancel();
        else
            hide();
    });
    connect(m_details, &QPushButton::clicked, this, [this] {
        dismiss(); // else it stands before them
        emit showDetails();
    });
    connect(&theme, &Theme::changed, this, &ImportPanel::applyTheme);
    if (parent)
        parent->installEventFilter(this);
    applyTheme();
}

void ImportPanel::build()
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Import"));
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_left->setAlignment(Qt::AlignRight);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setWordWrap(true);
    m_counts->setWordWrap(true);
    m_pause->setAutoRaise(true);
    m_close->setAutoRaise(true);
    m_details->setProperty("small", true);
    m_details->setToolTip(tr("Show what was rejected or ignored, and why"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::m, space::s + space::xs, space::m, space::s + space::xs);
    grid->setVerticalSpacing(space::s - 2);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_pause);
    top->addWidget(m_close);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_details, 0, Qt::AlignBottom);
    grid->addLayout(top, 0, 0, 1, 2);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addWidget(m_files, 2, 0);
    grid->addWidget(m_left, 2, 1);
    grid->addWidget(m_counts, 3, 0, 1, 2);
    grid->addLayout(bottom, 4, 0, 1, 2);
}

void ImportPanel::applyTheme()
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, m_theme.color(Token::Base));
    setPalette(palette);
    QFont title = m_theme.font(FontRole::Body);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    for (QLabel *label : {m_counts, m_note})
        label->setFont(m_theme.font(FontRole::Caption));
    update();
}

bool ImportPanel::isFetch() const
{
    return m_queue.current().kind == ImportKind::Mailbox;
}

bool ImportPanel::isQuiet() const
{
    return m_queue.current().byItself;
}

void ImportPanel::begin()
{
    m_hide->stop();
    m_goes = false;
    setRunning(true);
    update();
    m_delay->start();
}

/// At the end of something that nobody waited for and that brought nothing.
void ImportPanel::endQuietly()
{
    m_delay->stop();
    if (m_running)
        hide(); // else an earlier outcome stands there
    setRunning(false);
}

void ImportPanel::setRunning(bool running)
{
    m_running = running;
    m_pause->setVisible(running);
    m_bar->setVisible(running);
    m_left->setVisible(running);
    m_close->setIcon(m_theme.icon(u"close"_qs, Token::Text2));
    m_close->setToolTip(running ? tr("Stop; what was imported stays") : tr("Close"));
    const QString stop = isFetch() ? tr("Stop fetching") : tr("Stop the import");
    m_close->setAccessibleName(running ? stop : tr("Close"));
}

void ImportPanel::update()
{
    if (!m_queue.running() || !m_running)
        return;
    const ImportProgress &p = m_queue.progress();
    const bool paused = m_queue.paused();
    m_title->setText(paused          ? tr("Paused: %1").arg(m_queue.currentName())
                         : isFetch() ? tr("Fetching from %1").arg(m_queue.currentName())
                                     : tr("Importing %1").arg(m_queue.currentName()));
    m_pause->setIcon(m_theme.icon(paused ? u"resume"_qs : u"pause"_qs, Token::Text2));
    m_pause->setToolTip(paused ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->toolTip());
    m_bar->setValue(static_cast<int>(barSteps * m_queue.share()));
    const QString done = words::number(p.inputsDone);
    const QString total = words::number(p.inputsTotal);
    m_files->setText(!isFetch()             ? tr("%1 of %2 files").arg(done, total)
                         : p.inputsTotal == 0 ? tr("Looking for new reports …")
                                              : tr("%1 of %2 mails").arg(done, total));
    const qint64 left = m_queue.timeLeft();
    m_left->setText(left < 0 || paused ? QString() : tr("%1 left").arg(words::duration(left)));
    QStringList counts{tr("%1 new").arg(words::number(p.counts.imported)),
                       tr("%1 seen before").arg(words::number(p.counts.duplicates))};
    if (p.counts.rejected > 0)
        counts.append(tr("%1 rejected").arg(words::number(p.counts.rejected)));
    const qint64 reports = p.counts.imported + p.counts.duplicates;
    if (p.elapsedMs > 0)
        counts.append(tr("%1 reports/s").arg(words::number(reports * 1000 / p.elapsedMs)));
    m_counts->setText(counts.join(u"   "_qs));
    m_note->setText(m_queue.waiting() > 0
                        ? tr("%Ln more waiting.", nullptr, m_queue.waiting())
                        : tr("You can go on working. What is read is safe, even if you stop now."));
}

void ImportPanel::showOutcome(const ImportOutcome &outcome)
{
    const ImportCounts &c = outcome.counts;
    if (isQuiet() && c.imported + c.rejected == 0) {
        endQuietly();
        return;
    }
    m_delay->stop();
    setRunning(false);
    m_title->setText(isFetch() ? (outcome.cancelled ? tr("Fetch stopped") : tr("Fetched from %1").arg(m_queue.currentName()))
                               : (outcome.cancelled ? tr("Import stopped") : tr("Import finished")));
    m_files->setText(tr("%Ln new report(s)", nullptr, static_cast<int>(c.imported)));
    QStringList counts{tr("%1 seen before").arg(words::number(c.duplicates)),
                       tr("%1 rejected").arg(words::number(c.rejected)),
                       tr("%1 ignored").arg(words::number(c.ignored))};
    if (c.conflicts > 0)
        counts.append(tr("%1 in conflict").arg(words::number(c.conflicts)));
    m_counts->setText(counts.join(u"   "_qs));
    m_note->setText(outcome.cancelled ? tr("What was imported by then stays.")
                    : c.imported + c.duplicates + c.rejected > 0 ? QString()
                    : isFetch()                                  ? tr("Nothing new has come since the last time.")
                                                                 : tr("There was no TLS report in it."));
    show();
    m_goes = true;
    m_hide->setInterval(c.rejected == 0 ? hideAfterMs : hideRejectedAfterMs);
    if (!underMouse())
        m_hide->start();
}

void ImportPanel::dismiss()
{
    if (m_goes)
        hide();
}

void ImportPanel::showError(const Error &error)
{
    if (isQuiet()) {
        endQuietly(); // Sources tells it
        return;
    }
    m_delay->stop();
    m_hide->stop();
    m_goes = false;
    setRunning(false);
    const words::ErrorWords told = words::error(error);
    m_title->setText(isFetch() ? tr("Fetching from %1 failed").arg(m_queue.currentName()) : tr("The import failed"));
    m_files->setText(told.reason);
    m_counts->setText(told.what);
    m_note->setText(told.next);
    show();
}

bool ImportPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == parent() && event->type() == QEvent::LayoutRequest)
        place();
    return QFrame::eventFilter(watched, event);
}

void ImportPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    place();
    raise();
}

void ImportPanel::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    m_hide->stop();
}

void ImportPanel::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    if (m_goes)
        m_hide->start();
}

void ImportPanel::place()
{
    if (!parentWidget())
        return;
    const int width = std::min(sizeHint().width(), parentWidget()->width() - 2 * space::m);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : layout()->sizeHint().height();
    setGeometry(parentWidget()->width() - width - space::m, parentWidget()->height() - height - space::m, width, height);
}

} // namespace tlsrpt
