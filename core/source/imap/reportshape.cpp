// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/reportshape.h"

#include <libetpan/mailimap_types.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QStringBuilder>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int deepest = 50;

// Names from Content-Type and Content-Disposition, also RFC 2231's "filename*0*".
void takeNames(const mailimap_body_fld_param *parameters, QByteArrayList &names)
{
    if (!parameters || !parameters->pa_list)
        return;
    for (clistiter *at = clist_begin(parameters->pa_list); at; at = clist_next(at)) {
        const auto *one = static_cast<const mailimap_single_body_fld_param *>(clist_content(at));
        if (!one || !one->pa_name || !one->pa_value)
            continue;
        const QByteArray key = QByteArray(one->pa_name).toLower();
        if (key.startsWith("name") || key.startsWith("filename"))
            names.append(QByteArray(one->pa_value).toLower());
    }
}

bool anyEnds(const QByteArrayList &names, std::initializer_list<const char *> endings)
{
    return std::any_of(names.begin(), names.end(), [&endings](const QByteArray &name) {
        return std::any_of(endings.begin(), endings.end(),
                           [&name](const char *ending) { return name.trimmed().endsWith(ending); });
    });
}

// multipart/report; report-type=tlsrpt (RFC 8460 §5.3), whatever its parts say.
bool isCalledReport(const mailimap_body_type_mpart &parts)
{
    if (!parts.bd_ext_mpart || !parts.bd_ext_mpart->bd_parameter)
        return false;
    clist *list = parts.bd_ext_mpart->bd_parameter->pa_list;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const auto *one = static_cast<const mailimap_single_body_fld_param *>(clist_content(at));
        if (one && one->pa_value && QByteArray(one->pa_value).toLower().contains("tlsrpt"))
            return true;
    }
    return false;
}

// RFC 8460 §5.1: sender!domain!begin!end
bool isReportName(const QByteArray &name)
{
    constexpr int separators = 3;
    return name.count('!') >= separators;
}

QByteArrayList namesOf(const mailimap_body_fields *fields, const mailimap_body_ext_1part *more)
{
    QByteArrayList names;
    takeNames(fields ? fields->bd_parameter : nullptr, names);
    if (more && more->bd_disposition)
        takeNames(more->bd_disposition->dsp_attributes, names);
    return names;
}

QByteArray typeOf(const mailimap_media_basic *media)
{
    if (!media)
        return {};
    QByteArray type;
    switch (media->med_type) {
    case MAILIMAP_MEDIA_BASIC_APPLICATION:
        type = "application";
        break;
    case MAILIMAP_MEDIA_BASIC_AUDIO:
        type = "audio";
        break;
    case MAILIMAP_MEDIA_BASIC_IMAGE:
        type = "image";
        break;
    case MAILIMAP_MEDIA_BASIC_MESSAGE:
        type = "message";
        break;
    case MAILIMAP_MEDIA_BASIC_VIDEO:
        type = "video";
        break;
    default: // a number of the library's
        type = media->med_basic_type;
        break;
    }
    return (type + '/' + (media->med_subtype ? media->med_subtype : "")).toLower();
}

bool basicMayHold(const mailimap_body_type_basic &part, const QByteArrayList &names)
{
    const QByteArray type = typeOf(part.bd_media_basic);
    if (type.contains("tlsrpt") || anyEnds(names, {".json", ".json.gz", ".eml", ".mbox"}))
        return true;
    // Aggregate DMARC reports travel the same way.
    if (anyEnds(names, {".xml", ".xml.gz", ".xml.zip"}))
        return false;
    if (type.contains("json") || type.contains("gzip") || type.contains("zip") ||
        anyEnds(names, {".gz", ".zip"}))
        return true;
    return (type == "application/octet-stream" && names.isEmpty()) ||
           std::any_of(names.begin(), names.end(), isReportName);
}

bool mayHold(const mailimap_body *body, int depth);

bool partMayHold(const mailimap_body_type_1part &part, int depth)
{
    switch (part.bd_type) {
    case MAILIMAP_BODY_TYPE_1PART_BASIC: {
        const mailimap_body_type_basic *basic = part.bd_data.bd_type_basic;
        return !basic || basicMayHold(*basic, namesOf(basic->bd_fields, part.bd_ext_1part));
    }
    case MAILIMAP_BODY_TYPE_1PART_MSG: {
        const mailimap_body_type_msg *mail = part.bd_data.bd_type_msg;
        return !mail || mayHold(mail->bd_body, depth + 1);
    }
    case MAILIMAP_BODY_TYPE_1PART_TEXT: {
        const mailimap_body_type_text *text = part.bd_data.bd_type_text;
        if (!text)
            return true;
        const QByteArray subtype = QByteArray(text->bd_media_text).toLower();
        return subtype.contains("json") || subtype.contains("tlsrpt") ||
               anyEnds(namesOf(text->bd_fields, part.bd_ext_1part), {".json", ".eml"});
    }
    default: // the library could not read it
        return true;
    }
}

bool mayHold(const mailimap_body *body, int depth)
{
    if (!body || depth > deepest)
        return true;
    if (body->bd_type == MAILIMAP_BODY_1PART)
        return !body->bd_data.bd_body_1part || partMayHold(*body->bd_data.bd_body_1part, depth);
    const mailimap_body_type_mpart *parts = body->bd_data.bd_body_mpart;
    if (!parts || !parts->bd_list || isCalledReport(*parts))
        return true;
    for (clistiter *at = clist_begin(parts->bd_list); at; at = clist_next(at)) {
        if (mayHold(static_cast<const mailimap_body *>(clist_content(at)), depth + 1))
            return true;
    }
    return false;
}

} // namespace

bool mayHoldReport(const mailimap_body &structure)
{
    return mayHold(&structure, 0);
}

} // namespace tlsrpt
