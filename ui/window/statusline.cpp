// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "ui/words/words.h"

#include <QDir>
#include <QLabel>

namespace tlsrpt
{

static constexpr int tellMs = 8000;

StatusLine::StatusLine(const Theme &theme, QWidget *parent)
    : QStatusBar(parent), m_theme(theme), m_counts(new QLabel(this)), m_place(new QLabel(this)),
      m_days(new QLabel(tr("All days are UTC"), this))
{
    setSizeGripEnabled(false);
    m_counts->setAccessibleName(tr("What is in the archive"));
    m_place->setAccessibleName(tr("Where the archive is"));
    for (QLabel *label : {m_counts, m_place, m_days}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(space::s, 0, space::s, 0);
    }
    addWidget(m_counts);
    addWidget(m_place);
    addPermanentWidget(m_days);
    const auto fonts = [this] {
        for (QLabel *label : {m_counts, m_place, m_days}) {
            label->setFont(m_theme.font(FontRole::Caption));
            QPalette palette = label->palette();
            palette.setColor(QPalette::WindowText, m_theme.color(Token::Text2));
            label->setPalette(palette);
        }
    };
    connect(&theme, &Theme::changed, this, fonts);
    fonts();
    setMinimumHeight(24);
    update();
}

void StatusLine::setDigest(const Digest &digest)
{
    m_digest = digest;
    update();
}

void StatusLine::setArchive(const QString &path, bool sample)
{
    m_archive = path;
    m_sample = sample;
    update();
}

void StatusLine::setImporting(const QString &words)
{
    if (words == m_importing)
        return;
    m_importing = words;
    update();
}

void StatusLine::setOpening(bool opening)
{
    m_opening = opening;
    m_notOpen = false;
    update();
}

void StatusLine::setNotOpen()
{
    m_notOpen = true;
    update();
}

void StatusLine::tell(const QString &sentence)
{
    showMessage(sentence, tellMs);
}

void StatusLine::update()
{
    const auto count = [](qsizetype value) { return static_cast<int>(qMin<qsizetype>(value, INT_MAX)); };
    QStringList parts;
    if (m_notOpen) {
        parts << tr("No archive is open");
    } else if (m_opening) {
        parts << tr("Reading the archive…");
    } else if (m_digest.reports == 0) {
        parts << tr("No reports yet");
    } else {
        parts << tr("%1 report(s)", nullptr, count(m_digest.reports)).arg(words::number(m_digest.reports))
              << tr("%Ln sender(s)", nullptr, count(qsizetype(m_digest.senders.size())))
              << tr("%Ln domain(s)", nullptr, count(qsizetype(m_digest.domains.size())));
    }
    if (!m_importing.isEmpty())
        parts << m_importing;
    m_counts->setText(parts.join(u" · "_qs));
    if (m_sample) {
        m_place->setText(tr("Sample reports; nothing is kept"));
        m_place->setToolTip({});
    } else if (!m_archive.isEmpty()) {
        const QString path = fontMetrics().elidedText(shortPath(m_archive), Qt::ElideMiddle, 420);
        const QString place = tr("Archive: %1").arg(path);
        m_place->setText(m_digest.fileBytes > 0
                             ? QStringList{place, words::bytes(m_digest.fileBytes)}.join(u" · "_qs)
                             : place);
        m_place->setToolTip(QDir::toNativeSeparators(m_archive).toHtmlEscaped());
    }
}

} // namespace tlsrpt
