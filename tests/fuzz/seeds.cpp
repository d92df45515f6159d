// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target without libFuzzer: runs it once over every file below the folders given.
#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QTextStream>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int main(int argc, char **argv)
{
    int seeds = 0;
    for (int i = 1; i < argc; ++i) {
        QDirIterator files(QFile::decodeName(argv[i]), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            QTextStream(stdout) << file.fileName() << Qt::endl; // the last one told is the culprit
            const QByteArray bytes = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()),
                                   static_cast<size_t>(bytes.size()));
            ++seeds;
        }
    }
    return seeds > 0 ? 0 : 1;
}
