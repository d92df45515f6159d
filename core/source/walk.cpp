// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/walk.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

#include <dirent.h>
#include <sys/stat.h>

// POSIX calls instead of QDirIterator and QFileInfo: one stat() a file gives size, time and
// identity (device and inode), where the Qt classes need several calls and give no identity.

namespace tlsrpt
{
namespace
{

/// The names in one folder, in one block: a folder of a million files stays small.
class Names
{
public:
    bool read(const QByteArray &folder)
    {
        m_folder.reset(opendir(folder.constData()));
        if (!m_folder)
            return false;
        errno = 0;
        while (const dirent *entry = readdir(m_folder.get())) {
            if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0)
                continue;
            m_starts.push_back(m_block.size());
            m_block.insert(m_block.end(), entry->d_name, entry->d_name + std::strlen(entry->d_name) + 1);
        }
        const bool complete = errno == 0;
        std::sort(m_starts.begin(), m_starts.end(), [this](std::size_t a, std::size_t b) {
            return std::strcmp(&m_block[a], &m_block[b]) < 0;
        });
        return complete;
    }
    std::size_t count() const { return m_starts.size(); }
    const char *at(std::size_t i) const { return &m_block[m_starts[i]]; }
    /// Within the open folder: the way to it is not looked up for each name. errno tells why not.
    bool stat(std::size_t i, struct stat &info) const { return fstatat(dirfd(m_folder.get()), at(i), &info, 0) == 0; }
    bool isOpen() const { return m_folder != nullptr; }
    void close() { m_folder.reset(); }

private:
    struct Close {
        void operator()(DIR *dir) const { closedir(dir); }
    };
    std::unique_ptr<DIR, Close> m_folder;
    std::vector<char> m_block;
    std::vector<std::size_t> m_starts;
};

class Walk
{
public:
    Walk(JobControl &control, const std::function<bool(Input)> &found,
         const std::function<void(Error)> &failed)
        : m_control(control), m_found(found), m_failed(failed)
    {
    }

    /// False when the walk is to end.
    bool visit(const QByteArray &path, const QByteArray &display)
    {
        struct stat info = {};
        const int error = stat(path.constData(), &info) == 0 ? 0 : errno;
        return visit(path, display, info, error);
    }

private:
    /// Folders that are open at the same time; the number of open files is limited.
    static constexpr int mostOpen = 64;

    bool visit(const QByteArray &path, const QByteArray &display, const struct stat &info, int error)
    {
        if (!m_control.checkpoint())
            return false;
        if (error != 0) {
            fail(error == ENOENT ? Code::FileNotFound : Code::FileUnreadable, display, error);
            return true;
        }
        if (S_ISDIR(info.st_mode))
            return folder(path, display, info);
        if (!S_ISREG(info.st_mode)) { // a pipe or device would block
            m_failed({Code::FileUnreadable, QFile::decodeName(display), {}});
            return true;
        }
        if (!first(info))
            return true;
        return m_found({QFile::decodeName(path), QFile::decodeName(display), info.st_size,
                        info.st_mtime});
    }

    bool folder(const QByteArray &path, const QByteArray &display, const struct stat &info)
    {
        if (!first(info)) // also what ends a loop of links
            return true;
        Names names;
        if (!names.read(path))
            fail(Code::FileUnreadable, display, errno);
        if (++m_depth > mostOpen)
            names.close();
        const QByteArray slash = path.endsWith('/') ? path : path + '/';
        const QByteArray shown = display.endsWith('/') ? display : display + '/';
        bool goOn = true;
        for (std::size_t i = 0; i < names.count() && goOn; ++i) {
            const QByteArray child = slash + names.at(i);
            struct stat found = {};
            const bool is = names.isOpen() ? names.stat(i, found) : stat(child.constData(), &found) == 0;
            goOn = visit(child, shown + names.at(i), found, is ? 0 : errno);
        }
        --m_depth;
        return goOn;
    }
    bool first(const struct stat &info)
    {
        QSet<quint64> &seen = m_seen[info.st_dev];
        const auto before = seen.size();
        seen.insert(info.st_ino);
        return seen.size() != before;
    }
    void fail(Code code, const QByteArray &display, int error)
    {
        m_failed({code, QFile::decodeName(display), QString::fromLocal8Bit(std::strerror(error))});
    }

    JobControl &m_control;
    const std::function<bool(Input)> &m_found;
    const std::function<void(Error)> &m_failed;
    std::map<dev_t, QSet<quint64>> m_seen;
    int m_depth = 0;
};

/// Files of a folder are named from the folder on, a file as the user named it.
QString displayOf(const QString &path, const QString &absolute)
{
    struct stat info = {};
    if (stat(QFile::encodeName(absolute).constData(), &info) != 0 || !S_ISDIR(info.st_mode))
        return path;
    const QString name = QDir(absolute).dirName();
    return name.isEmpty() ? absolute : name;
}

} // namespace

void walk(const QStringList &paths, JobControl &control, const std::function<bool(Input)> &found,
          const std::function<void(Error)> &failed)
{
    Walk walk(control, found, failed);
    for (const QString &path : paths) {
        const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(path));
        if (!walk.visit(QFile::encodeName(absolute), QFile::encodeName(displayOf(path, absolute))))
            return;
    }
}

} // namespace tlsrpt
