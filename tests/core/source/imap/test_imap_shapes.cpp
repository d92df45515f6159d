// SPDX-License-Identifier: GPL-3.0-or-later
// Which mails are fetched, by the structure that the server tells (RFC 3501 §7.4.2, BODYSTRUCTURE).
#include "tests/core/source/imap/scripted.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestImapShapes : public Scripted
{
    Q_OBJECT

private slots:
    void structures_data();
    void structures();
};

namespace
{

const QByteArray text = "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"utf-8\") NIL NIL \"7BIT\" 5 1)";

/// A part without the optional members, or with them: its disposition.
QByteArray part(const QByteArray &type, const QByteArray &subtype, const QByteArray &name = {},
                const QByteArray &disposition = {})
{
    return "(\"" + type + "\" \"" + subtype + "\" " + (name.isEmpty() ? QByteArray("NIL") : "(\"NAME\" \"" + name + "\")") +
           " NIL NIL \"BASE64\" 500" + (disposition.isEmpty() ? QByteArray() : " NIL " + disposition + " NIL") + ")";
}

QByteArray mixed(const QByteArray &parts, const QByteArray &end = " \"MIXED\"")
{
    return '(' + parts + end + ')';
}

QByteArray forwarded(const QByteArray &structure)
{
    return "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 900 (\"Mon, 2 Nov 2026 10:00:00 +0000\" \"Re\" "
           "((NIL NIL \"a\" \"example.org\")) NIL NIL ((NIL NIL \"b\" \"example.org\")) NIL NIL NIL NIL) " +
           structure + " 20)";
}

QByteArray nested(int depth)
{
    QByteArray structure = text;
    for (int i = 0; i < depth; ++i)
        structure = mixed(structure);
    return structure;
}

} // namespace

void TestImapShapes::structures_data()
{
    QTest::addColumn<QByteArray>("structure");
    QTest::addColumn<bool>("fetched");
    const auto row = [](const char *name, const QByteArray &structure, bool fetched) {
        QTest::newRow(name) << structure << fetched;
    };
    row("a letter", text, false);
    row("a letter in HTML, too", mixed(text + text, " \"ALTERNATIVE\""), false);
    row("JSON as text", "(\"TEXT\" \"JSON\" NIL NIL NIL \"7BIT\" 5 1)", true);
    row("text called JSON", "(\"TEXT\" \"PLAIN\" (\"NAME\" \"a.JSON\") NIL NIL \"7BIT\" 5 1)", true);
    row("RFC 8460 §5.3", mixed(text + part("APPLICATION", "TLSRPT+GZIP", "a.gz"), " \"REPORT\" (\"REPORT-TYPE\" \"TLSRPT\") NIL NIL"), true);
    row("called a report, parts of no kind", mixed(text + part("IMAGE", "PNG"), " \"REPORT\" (\"REPORT-TYPE\" \"tlsrpt\") NIL NIL"), true);
    row("another report", mixed(text + part("MESSAGE", "DELIVERY-STATUS"), " \"REPORT\" (\"REPORT-TYPE\" \"delivery-status\") NIL NIL"), false);
    row("a report without parameters", mixed(text + part("IMAGE", "PNG"), " \"REPORT\" NIL NIL NIL"), false);
    row("by its type only", part("APPLICATION", "TLSRPT+JSON"), true);
    row("JSON", part("APPLICATION", "JSON"), true);
    row("gzip", part("APPLICATION", "X-GZIP"), true);
    row("zip by name", part("APPLICATION", "OCTET-STREAM", "reports.zip"), true);
    row("zip in the disposition", part("IMAGE", "PNG", {}, "(\"ATTACHMENT\" (\"FILENAME\" \"reports.ZIP\"))"), true);
    row("RFC 2231 name", part("IMAGE", "PNG", {}, "(\"ATTACHMENT\" (\"FILENAME*0*\" \"utf-8''r.json.gz\"))"), true);
    row("a disposition without names", part("IMAGE", "PNG", {}, "(\"INLINE\" NIL)"), false);
    row("a size in the disposition", part("IMAGE", "PNG", {}, "(\"INLINE\" (\"SIZE\" \"12.json\"))"), false);
    row("bytes without a name", part("APPLICATION", "OCTET-STREAM"), true);
    row("bytes with a name", part("APPLICATION", "OCTET-STREAM", "setup.exe"), false);
    row("a report's name", part("APPLICATION", "OCTET-STREAM", "a!b!1!2"), true);
    row("DMARC", part("APPLICATION", "GZIP", "google.com!example.org!1!2.xml.gz"), false);
    row("DMARC in a zip", part("APPLICATION", "ZIP", "google.com!example.org!1!2.xml.zip"), false);
    row("sound", part("AUDIO", "MPEG", "a.mp3"), false);
    row("sound called a mail", part("AUDIO", "MPEG", "a.eml"), true);
    row("film", part("VIDEO", "MP4", "a.mp4"), false);
    row("picture", part("IMAGE", "PNG", "a.png"), false);
    row("part of a mail", part("MESSAGE", "PARTIAL"), false);
    row("a type of its own", part("CHEMICAL", "X-PDB", "a.pdb"), false);
    row("a type of its own, zipped", part("CHEMICAL", "X-ZIP"), true);
    row("a forwarded report", mixed(text + forwarded(part("APPLICATION", "TLSRPT+GZIP"))), true);
    row("a forwarded letter", mixed(text + forwarded(text)), false);
    row("forwarded and nothing else", forwarded(mixed(text + part("APPLICATION", "JSON"))), true);
    row("deep", nested(40), false);
    row("too deep to look", nested(60), true);
    row("no structure", "NIL", true);
    row("not readable", "(\"TEXT\")", true);
}

void TestImapShapes::structures()
{
    QFETCH(QByteArray, structure);
    QFETCH(bool, fetched);
    serve({}, [structure](Peer &peer, const QByteArray &command) {
        if (command.contains("HEADER"))
            peer.ok("* SEARCH\r\n");
        else if (command.contains("SEARCH"))
            peer.ok("* SEARCH 1\r\n");
        else if (command.contains("BODYSTRUCTURE"))
            peer.ok("* 1 FETCH (UID 1 BODYSTRUCTURE " + structure + ")\r\n");
        else
            return false;
        return true;
    });
    const auto found = client().candidates(0);
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->size(), size_t(fetched ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestImapShapes)
#include "test_imap_shapes.moc"
