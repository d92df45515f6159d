// SPDX-License-Identifier: GPL-3.0-or-later
// A shim over SQLite's own VFS (https://www.sqlite.org/vfs.html 2.1) and allocator.
#include "tests/support/sqlitefaults/sqlitefaults.h"

#include <sqlite3.h>

#include <atomic>

namespace tlsrpt::faults
{

namespace
{

constexpr int none = -1;
std::atomic<int> armed = none; ///< a Fault
std::atomic<int> callsLeft = 0;
std::atomic<bool> goesOn = false;
std::atomic<bool> met = false;

sqlite3_vfs *disk = nullptr;
sqlite3_mem_methods memory;

bool strikes(Fault fault)
{
    if (armed != static_cast<int>(fault))
        return false;
    const int left = --callsLeft;
    if (left != 0 && !(goesOn && left < 0))
        return false;
    met = true;
    return true;
}

/// The real file lies behind it in the memory that SQLite gives.
struct File {
    sqlite3_file base;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

const sqlite3_io_methods &methodsOf(sqlite3_file *file)
{
    return *realOf(file)->pMethods;
}

int closeFile(sqlite3_file *file)
{
    return methodsOf(file).xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
    return strikes(Fault::Read) ? SQLITE_IOERR_READ : methodsOf(file).xRead(realOf(file), bytes, count, at);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    if (strikes(Fault::Full))
        return SQLITE_FULL;
    if (!strikes(Fault::Write))
        return methodsOf(file).xWrite(realOf(file), bytes, count, at);
    methodsOf(file).xWrite(realOf(file), bytes, count / 2, at);
    return SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return strikes(Fault::Truncate) ? SQLITE_IOERR_TRUNCATE : methodsOf(file).xTruncate(realOf(file), size);
}

/// Nothing cuts the power in a test, so nothing waits for the disk.
int syncFile(sqlite3_file *, int)
{
    return strikes(Fault::Sync) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return methodsOf(file).xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return methodsOf(file).xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return methodsOf(file).xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *locked)
{
    return methodsOf(file).xCheckReservedLock(realOf(file), locked);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return methodsOf(file).xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return methodsOf(file).xSectorSize(realOf(file));
}

int characteristics(sqlite3_file *file)
{
    return methodsOf(file).xDeviceCharacteristics(realOf(file));
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memoryOut)
{
    return strikes(Fault::SharedMemory) ? SQLITE_IOERR_SHMMAP
                                        : methodsOf(file).xShmMap(realOf(file), region, size, extend, memoryOut);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return methodsOf(file).xShmLock(realOf(file), offset, count, flags);
}

void barrierShared(sqlite3_file *file)
{
    methodsOf(file).xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int remove)
{
    return methodsOf(file).xShmUnmap(realOf(file), remove);
}

/// Version 2: the files are not mapped, so that every read is seen.
const sqlite3_io_methods shimMethods{
    2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile, unlockFile, checkReservedLock,
    controlFile, sectorSize, characteristics, mapShared, lockShared, barrierShared, unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *flagsOut)
{
    file->pMethods = nullptr;
    if (strikes(Fault::Open))
        return SQLITE_CANTOPEN;
    const int answer = disk->xOpen(disk, name, realOf(file), flags, flagsOut);
    if (realOf(file)->pMethods)
        file->pMethods = &shimMethods;
    return answer;
}

void *allocate(int bytes)
{
    return strikes(Fault::Memory) ? nullptr : memory.xMalloc(bytes);
}

void *reallocate(void *old, int bytes)
{
    return strikes(Fault::Memory) ? nullptr : memory.xRealloc(old, bytes);
}

int onStatement(unsigned, void *, void *statement, void *)
{
    if (strikes(Fault::Statement))
        sqlite3_interrupt(sqlite3_db_handle(static_cast<sqlite3_stmt *>(statement)));
    return 0;
}

/// Called for every new connection.
int watchStatements(sqlite3 *connection, const char **, const void *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, onStatement, nullptr);
}

} // namespace

const char *nameOf(Fault fault)
{
    switch (fault) {
    case Fault::Open: return "open";
    case Fault::Read: return "read";
    case Fault::Write: return "write";
    case Fault::Full: return "full";
    case Fault::Sync: return "sync";
    case Fault::Truncate: return "truncate";
    case Fault::SharedMemory: return "shared memory";
    case Fault::Memory: return "memory";
    case Fault::Statement: return "statement";
    }
    Q_UNREACHABLE();
}

bool install()
{
    // Without its own pools SQLite asks for everything here.
    if (sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) != SQLITE_OK
        || sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory) != SQLITE_OK)
        return false;
    sqlite3_mem_methods shim = memory;
    shim.xMalloc = allocate;
    shim.xRealloc = reallocate;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &shim) != SQLITE_OK)
        return false;
    disk = sqlite3_vfs_find(nullptr);
    if (!disk)
        return false;
    static sqlite3_vfs shimDisk = *disk;
    shimDisk.zName = "faults";
    shimDisk.szOsFile += static_cast<int>(sizeof(File));
    shimDisk.xOpen = openFile;
    return sqlite3_vfs_register(&shimDisk, 1) == SQLITE_OK
        && sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchStatements)) == SQLITE_OK;
}

void arm(Fault fault, int at, bool lasting)
{
    callsLeft = at;
    goesOn = lasting;
    met = false;
    armed = static_cast<int>(fault);
}

bool heal()
{
    armed = none;
    return met;
}

} // namespace tlsrpt::faults
