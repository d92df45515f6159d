// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "core/store/archive.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QFileInfo>

namespace tlsrpt
{

QString archiveOf(const Settings &settings)
{
    const QString set = settings.archivePath();
    return set.isEmpty() ? defaultArchivePath() : set;
}

Composition::Composition(QApplication &application, Settings &settings, const QString &archive)
    : m_settings(settings), m_theme(settings.appearance()),
      m_archive(archive.isEmpty() ? archiveOf(settings) : archive)
{
    m_theme.apply(application);
}

Composition::~Composition() = default;

bool Composition::open(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute << QFileInfo(path).absoluteFilePath();
    if (SingleInstance::handOver(m_archive, absolute))
        return false;

    // Two starts at the same moment: the second finds the first listening by now. A name that
    // cannot be had at all is no reason not to open.
    if (!m_instance.listen(m_archive) && SingleInstance::handOver(m_archive, absolute))
        return false;

    m_window = std::make_unique<MainWindow>(m_clock, m_settings, m_theme, MailAccess{m_mailboxes, m_secrets}, m_archive);
    QObject::connect(m_window.get(), &MainWindow::archiveChanged, &m_instance, [this](const QString &path) {
        if (path != m_archive)
            m_instance.listen(path);
        m_archive = path;
    });
    QObject::connect(&m_instance, &SingleInstance::received, m_window.get(), [this](const QStringList &more) {
        m_window->comeToFront();
        m_window->import(more);
    });
    m_window->show();
    m_window->import(absolute);
    return true;
}

} // namespace tlsrpt
