// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/pseudo/tsfile.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace tlsrpt
{
namespace
{

/// Dots, no letters: in a date format letters would mean something. Blanks, so that it can wrap.
QString padding(qsizetype visible)
{
    const qsizetype wanted = (visible * 2 + 4) / 5;
    QString dots;
    for (qsizetype i = 0; i < wanted; ++i)
        dots += i % 9 == 8 ? u' ' : u'·';
    return dots;
}

QString marked(const QString &text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    QString visible = text;
    visible.remove(tag);
    return u'‹' + text + padding(visible.size()) + u'›';
}

bool isShortcut(const QString &text)
{
    static const QRegularExpression keys(QStringLiteral("^(?:(?:Ctrl|Alt|Shift|Meta)\\+)+\\S+$"));
    return keys.match(text).hasMatch();
}

struct Message {
    QString source;
    bool plural = false;
};

void writeTranslation(QXmlStreamWriter &out, const Message &message)
{
    out.writeStartElement(QStringLiteral("translation"));
    if (message.plural) {
        for (const bool one : {true, false})
            out.writeTextElement(QStringLiteral("numerusform"),
                                 pseudoText(englishPlural(message.source, one)));
    } else {
        out.writeCharacters(pseudoText(message.source));
    }
    out.writeEndElement();
}

/// Copies the message element that was just opened; its translation is ours.
void copyMessage(QXmlStreamReader &in, QXmlStreamWriter &out)
{
    Message message;
    message.plural = in.attributes().value(QLatin1String("numerus")) == u"yes";
    out.writeStartElement(QStringLiteral("message"));
    if (message.plural)
        out.writeAttribute(QStringLiteral("numerus"), QStringLiteral("yes"));
    while (in.readNextStartElement()) {
        const QString name = in.name().toString();
        if (name == u"source") {
            message.source = in.readElementText();
            out.writeTextElement(name, message.source);
        } else if (name == u"comment") { // it tells equal texts apart
            out.writeTextElement(name, in.readElementText());
        } else {
            in.skipCurrentElement();
        }
    }
    writeTranslation(out, message);
    out.writeEndElement();
}

void copyContext(QXmlStreamReader &in, QXmlStreamWriter &out)
{
    out.writeStartElement(QStringLiteral("context"));
    while (in.readNextStartElement()) {
        if (in.name() == u"name")
            out.writeTextElement(QStringLiteral("name"), in.readElementText());
        else if (in.name() == u"message")
            copyMessage(in, out);
        else
            in.skipCurrentElement();
    }
    out.writeEndElement();
}

} // namespace

QString pseudoText(const QString &text)
{
    // "TLS reports (*.json *.gz)": what is in brackets is read by the file dialog.
    static const QRegularExpression pattern(QStringLiteral("^(.*?)( ?\\(\\*[^()]*\\))$"));
    if (text.isEmpty() || isShortcut(text))
        return text;
    QStringList parts = text.split(QStringLiteral(";;"));
    for (QString &part : parts) {
        const auto match = pattern.match(part);
        part = match.hasMatch() ? marked(match.captured(1)) + match.captured(2) : marked(part);
    }
    return parts.join(QStringLiteral(";;"));
}

QString englishPlural(const QString &source, bool one)
{
    QString text = source;
    return text.replace(QStringLiteral("(s)"), one ? QString() : QStringLiteral("s"));
}

QByteArray pseudoTs(const QByteArray &ts)
{
    QXmlStreamReader in(ts);
    QByteArray result;
    QXmlStreamWriter out(&result);
    out.setAutoFormatting(true);
    if (!in.readNextStartElement() || in.name() != u"TS")
        return {};
    out.writeStartDocument();
    out.writeDTD(QStringLiteral("<!DOCTYPE TS>"));
    out.writeStartElement(QStringLiteral("TS"));
    out.writeAttribute(QStringLiteral("version"), QStringLiteral("2.1"));
    // The plural rule is English; "qps" is no language that lrelease knows.
    out.writeAttribute(QStringLiteral("language"), QStringLiteral("en_US"));
    while (in.readNextStartElement()) {
        if (in.name() == u"context")
            copyContext(in, out);
        else
            in.skipCurrentElement();
    }
    out.writeEndDocument();
    return in.hasError() ? QByteArray() : result;
}

QByteArray withEnglishPlurals(const QByteArray &ts)
{
    // On the text itself, so that the file stays as lupdate formats it.
    static const QRegularExpression open(
        QStringLiteral(
            "(<source>([^<]*)</source>(?:(?!</message>).)*?)<translation "
            "type=\"unfinished\">\\s*"
            "(<numerusform>[^<]*</numerusform>)(\\s*)(<numerusform>[^<]*</numerusform>)(\\s*)</translation>"),
        QRegularExpression::DotMatchesEverythingOption);
    QString text = QString::fromUtf8(ts);
    for (auto match = open.match(text); match.hasMatch(); match = open.match(text)) {
        const QString source = match.captured(2);
        const auto form = [&](bool one) -> QString {
            return u"<numerusform>" + englishPlural(source, one) + u"</numerusform>";
        };
        const QString gap = match.captured(4);
        text.replace(match.capturedStart(), match.capturedLength(),
                     match.captured(1) + u"<translation>" + gap + form(true) + gap + form(false) +
                         match.captured(6) + u"</translation>");
    }
    return text.toUtf8();
}

} // namespace tlsrpt
