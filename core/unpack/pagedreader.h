// SPDX-License-Identifier: GPL-3.0-or-later
// A device for readers that jump about in small steps.
#pragma once

#include <QIODevice>

#include <array>
#include <memory>

namespace tlsrpt
{

/// Keeps the pages read last in memory. A zip's reader goes from the directory to a member and back
/// for each member, and a plain file reads its whole buffer anew after every jump.
class PagedReader final : public QIODevice
{
public:
    /// `device`: open for reading, and used by nobody else meanwhile.
    explicit PagedReader(std::shared_ptr<QIODevice> device);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Page {
        qint64 number = -1; ///< none
        quint64 used = 0;   ///< when, counted in reads
        QByteArray bytes;
    };
    /// Null when the device cannot be read there.
    const Page *page(qint64 number);

    const std::shared_ptr<QIODevice> m_device;
    const qint64 m_size;
    quint64 m_reads = 0;
    std::array<Page, 4> m_pages; ///< directory and member, each perhaps across a border
};

} // namespace tlsrpt
