// SPDX-License-Identifier: GPL-3.0-or-later
// A disk of its own, of a few hundred kilobytes: full, read-only or gone when the test wants.
#pragma once

#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>

namespace tlsrpt::storetest
{

/// A tmpfs. Without the right to mount (root, as CI and the containers of tests have it) there is none.
class SmallDisk
{
public:
    explicit SmallDisk(int kilobytes) { m_mounted = mountAs(0, kilobytes); }
    ~SmallDisk() { vanish(); }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isThere() const { return m_mounted; }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool grow(int kilobytes) { return mountAs(MS_REMOUNT, kilobytes); }
    bool setReadOnly(bool readOnly) { return mountAs(readOnly ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT, m_kilobytes); }
    /// As a drive that is pulled out: open files stay open, the names are gone.
    void vanish()
    {
        if (m_mounted)
            umount2(qPrintable(m_folder.path()), MNT_DETACH);
        m_mounted = false;
    }

private:
    bool mountAs(unsigned long flags, int kilobytes)
    {
        m_kilobytes = kilobytes;
        const QByteArray options = "size=" + QByteArray::number(kilobytes) + "k";
        return mount("tmpfs", qPrintable(m_folder.path()), "tmpfs", flags, options.constData()) == 0;
    }

    QTemporaryDir m_folder;
    int m_kilobytes = 0;
    bool m_mounted = false;
};

} // namespace tlsrpt::storetest
