// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/reportshape.h"

#include <libetpan/mailimap_types.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <utility>

namespace tlsrpt
{

namespace
{

// What can be a null pointer the library's header says, member by member.

constexpr int deepest = 50;

// Names from Content-Type and Content-Disposition, also RFC 2231's "filename*0*".
void takeNames(const mailimap_body_fld_param *parameters, QByteArrayList &names)
{
    clist *list = parameters ? parameters->pa_list : nullptr;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const auto *one = static_cast<const mailimap_single_body_fld_param *>(clist_content(at));
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
    const mailimap_body_fld_param *parameters = parts.bd_ext_mpart ? parts.bd_ext_mpart->bd_parameter : nullptr;
    clist *list = parameters ? parameters->pa_list : nullptr;
    for (clistiter *at = list ? clist_begin(list) : nullptr; at; at = clist_next(at)) {
        const auto *one = static_cast<const mailimap_single_body_fld_param *>(clist_content(at));
        if (QByteArray(one->pa_value).toLower().contains("tlsrpt"))
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

QByteArrayList namesOf(const mailimap_body_fields &fields, const mailimap_body_ext_1part *more)
{
    QByteArrayList names;
    takeNames(fields.bd_parameter, names);
    if (more && more->bd_disposition)
        takeNames(more->bd_disposition->dsp_attributes, names);
    return names;
}

QByteArray typeOf(const mailimap_media_basic &media)
{
    static constexpr std::array names = {
        std::pair(MAILIMAP_MEDIA_BASIC_APPLICATION, "application"), std::pair(MAILIMAP_MEDIA_BASIC_AUDIO, "audio"),
        std::pair(MAILIMAP_MEDIA_BASIC_IMAGE, "image"), std::pair(MAILIMAP_MEDIA_BASIC_MESSAGE, "message"),
        std::pair(MAILIMAP_MEDIA_BASIC_VIDEO, "video")};
    QByteArray type = media.med_basic_type; // of the others
    for (const auto &[number, name] : names) {
        if (media.med_type == number)
            type = name;
    }
    return QByteArray(type + '/' + QByteArray(media.med_subtype)).toLower();
}

bool basicMayHold(const mailimap_body_type_basic &part, const QByteArrayList &names)
{
    const QByteArray type = typeOf(*part.bd_media_basic);
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

bool textMayHold(const mailimap_body_type_text &part, const QByteArrayList &names)
{
    const QByteArray subtype = QByteArray(part.bd_media_text).toLower();
    return subtype.contains("json") || subtype.contains("tlsrpt") || anyEnds(names, {".json", ".eml"});
}

bool mayHold(const mailimap_body &body, int depth);

bool partMayHold(const mailimap_body_type_1part &part, int depth)
{
    if (part.bd_type == MAILIMAP_BODY_TYPE_1PART_MSG)
        return mayHold(*part.bd_data.bd_type_msg->bd_body, depth + 1);
    if (part.bd_type == MAILIMAP_BODY_TYPE_1PART_TEXT) {
        const mailimap_body_type_text &text = *part.bd_data.bd_type_text;
        return textMayHold(text, namesOf(*text.bd_fields, part.bd_ext_1part));
    }
    const mailimap_body_type_basic &basic = *part.bd_data.bd_type_basic;
    return basicMayHold(basic, namesOf(*basic.bd_fields, part.bd_ext_1part));
}

bool mayHold(const mailimap_body &body, int depth)
{
    if (depth > deepest)
        return true;
    if (body.bd_type == MAILIMAP_BODY_1PART)
        return partMayHold(*body.bd_data.bd_body_1part, depth);
    const mailimap_body_type_mpart &parts = *body.bd_data.bd_body_mpart;
    // No parts: the library makes a multipart of what it cannot read.
    if (clist_isempty(parts.bd_list) || isCalledReport(parts))
        return true;
    for (clistiter *at = clist_begin(parts.bd_list); at; at = clist_next(at)) {
        if (mayHold(*static_cast<const mailimap_body *>(clist_content(at)), depth + 1))
            return true;
    }
    return false;
}

} // namespace

bool mayHoldReport(const mailimap_body &structure)
{
    return mayHold(structure, 0);
}

} // namespace tlsrpt
