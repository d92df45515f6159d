// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/reason.h"

#include <QRegularExpression>

#include <vector>

namespace tlsrpt
{

namespace
{

/// Real reasons are short; the rest of a longer one is not looked at.
constexpr qsizetype readCharacters = 1024;

/// Which result types a row of the dictionary applies to.
enum class Scope : quint8 {
    Any,
    Policy,      ///< sts-* only
    PolicyFetch, ///< sts-policy-fetch-error only: bare numbers mean HTTP answers nowhere else
};

struct Row {
    QRegularExpression pattern;
    Cause cause;
    Scope scope = Scope::Any;
};

Row row(QLatin1String words, Cause cause, Scope scope = Scope::Any)
{
    // Whole words: a dot or a letter on either side makes it a part of something else.
    return {QRegularExpression(u"(?<![a-z0-9.])(?:"_qs + words + u")(?![a-z0-9]|\\.[a-z0-9])"_qs),
            cause, scope};
}

/// An HTTP status, but no group of an IPv6 address and no part of a dotted number.
Row statusRow(QLatin1String digits, Cause cause)
{
    return {QRegularExpression(u"(?<![a-z0-9.]|::|[0-9]:)(?:"_qs + digits
                               + u")(?![a-z0-9]|[.:][a-z0-9:])"_qs),
            cause, Scope::PolicyFetch};
}

Row policyRow(const char *words, Cause cause)
{
    return row(QLatin1String(words), cause, Scope::Policy);
}

Row anyRow(const char *words, Cause cause)
{
    return row(QLatin1String(words), cause);
}

void addPolicyAndDane(std::vector<Row> &rows)
{
    rows.push_back(anyRow("mx ?(hosts? ?)?mismatch|mta ?sts policy mx mismatch"
                          "|not authori[sz]ed by (the )?policy",
                          Cause::MxNotInPolicy));
    rows.push_back(anyRow("dane no match|no matching certificates?", Cause::TlsaMismatch));
    rows.push_back(anyRow("all (tlsa|unusable) records", Cause::TlsaUnusable));
    rows.push_back(anyRow("invalid tlsa records?", Cause::TlsaSyntax));
    rows.push_back(anyRow("bogus|extended dns error|dns extended error", Cause::Dnssec));
    rows.push_back(anyRow("no tlsa (dnssec )?records?|not in a dnssec signed zone",
                          Cause::DaneMissing));
    // Postfix: trust anchors or fingerprints of the sender's own configuration.
    rows.push_back(anyRow("all (trust anchors|fingerprints) unusable", Cause::SenderConfiguration));
}

void addCertificate(std::vector<Row> &rows)
{
    // A revocation list that is old or missing is not an old or missing certificate.
    rows.push_back(anyRow("crl", Cause::NotTrusted));
    rows.push_back(anyRow("self signed", Cause::SelfSigned));
    rows.push_back(anyRow("unable to (get|verify)|unknown authority|unknown issuer|untrusted( root)?",
                          Cause::ChainIncomplete));
    // Go says "has expired or is not yet valid: current time A is before B" for both.
    rows.push_back(anyRow("expired or is not yet valid[^~]{0,60} is before", Cause::NotYetValid));
    rows.push_back(anyRow("expired|not after", Cause::Expired));
    rows.push_back(anyRow("not yet valid|not valid yet|not before", Cause::NotYetValid));
    rows.push_back(anyRow("purpose|(ext(ended)? )?key usage", Cause::WrongPurpose));
}

void addNames(std::vector<Row> &rows)
{
    rows.push_back(anyRow("subject (does not|doesn.?t) match|subject mismatch|hostname"
                          "|(host )?name mismatch|host mismatch|not valid for( the)? name"
                          "|certificate is valid for|ip address mismatch|sans?",
                          Cause::NameMismatch));
}

void addFetch(std::vector<Row> &rows)
{
    rows.push_back(policyRow("back ?off after( a)? recent fetch error", Cause::FetchBackoff));
    rows.push_back(policyRow("no mta ?sts dns txt record|record not found", Cause::StsRecordGone));
    rows.push_back(policyRow("time ?out|timed out|deadline exceeded", Cause::FetchTimeout));
    rows.push_back(statusRow(QLatin1String("3[0-9][0-9]"), Cause::FetchRedirect));
    rows.push_back(policyRow("redirect(s|ed|ion)?", Cause::FetchRedirect));
    rows.push_back(statusRow(QLatin1String("404|410"), Cause::FetchNotFound));
    rows.push_back(statusRow(QLatin1String("401|403|429"), Cause::FetchBlocked));
    rows.push_back(statusRow(QLatin1String("5[0-9][0-9]"), Cause::FetchServerError));
}

void addPolicyTexts(std::vector<Row> &rows)
{
    rows.push_back(anyRow("policy not found", Cause::FetchNotFound));
    rows.push_back(anyRow("could not reach policy host", Cause::FetchConnect));
    rows.push_back(policyRow("could not reach|connect(ion)?|could not resolve|dns lookup"
                             "|no such host|unreachable",
                             Cause::FetchConnect));
    rows.push_back(anyRow("multiple mta ?sts records|record syntax( error)?"
                          "|failed to parse mta sts dns",
                          Cause::StsRecordBad));
    rows.push_back(anyRow("no mta ?sts dns txt record", Cause::StsRecordGone));
    rows.push_back(anyRow("failed to parse policy|unsupported (mode|version)|no .?mx.? entries"
                          "|policy syntax( error)?|policy too large",
                          Cause::PolicyInvalid));
    rows.push_back(anyRow("failed to fetch policy", Cause::FetchFailed));
}

void addHandshake(std::vector<Row> &rows)
{
    rows.push_back(anyRow("starttls reply code|starttls (was )?refused", Cause::StarttlsRefused));
    rows.push_back(anyRow("starttls (was )?not (advertised|offered|supported)",
                          Cause::StarttlsNotOffered));
    rows.push_back(anyRow("handshake|tls (local|remote)[^~]{0,80}alert|(fatal|tls) alert"
                          "|record header|ssl|no shared cipher|protocol version"
                          "|unsupported protocol|wrong version number|peer is incompatible",
                          Cause::Handshake));
    rows.push_back(anyRow("dnssec|servfail", Cause::Dnssec));
    // What is left of OpenSSL's and rustls' names: a chain too long, a weak signature, revoked.
    rows.push_back(anyRow("x509 v err|certificate chain too long|path length exceeded"
                          "|certificate (is )?not trusted|invalid peer certificate|revoked",
                          Cause::NotTrusted));
}

/// In order. Fetch rows of sts-* types come before the handshake rows, because "TLS
/// handshake timeout" of a policy fetch is a fetch that timed out.
const std::vector<Row> &dictionary()
{
    static const std::vector<Row> rows = [] {
        std::vector<Row> all;
        addPolicyAndDane(all);
        addFetch(all);
        addCertificate(all);
        addNames(all);
        addPolicyTexts(all);
        addHandshake(all);
        for (Row &one : all)
            one.pattern.optimize();
        return all;
    }();
    return rows;
}

/// A host name or URL in the text must not count as words: "expired.example" says nothing.
bool isName(QStringView token)
{
    while (!token.isEmpty() && !token.back().isLetterOrNumber())
        token.chop(1);
    const qsizetype dot = token.lastIndexOf(u'.');
    if (dot <= 0 || token.size() - dot < 3)
        return false;
    return token[dot - 1].isLetterOrNumber() && token[dot + 1].isLetter();
}

/// Lower case; `_`, `-` and any blanks are one blank; CamelCase falls into words; names become ~.
QString plainWords(QStringView reason)
{
    QString words;
    const QString text = reason.left(readCharacters).toString().simplified();
    for (const QStringView token : QStringView(text).split(u' ')) {
        if (!words.isEmpty() && !words.endsWith(u' '))
            words += u' ';
        if (isName(token)) {
            words += u'~';
            continue;
        }
        QChar before;
        for (const QChar c : token) {
            const bool separator = c == u'_' || c == u'-';
            if (c.isUpper() && before.isLower())
                words += u' ';
            if (!separator)
                words += c.toLower();
            else if (!words.endsWith(u' '))
                words += u' ';
            before = c;
        }
    }
    return words.trimmed();
}

bool applies(Scope scope, std::optional<ResultType> type)
{
    switch (scope) {
    case Scope::Any: return true;
    case Scope::Policy: return isPolicyLevel(type);
    case Scope::PolicyFetch: return type == ResultType::StsPolicyFetchError;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isPolicyLevel(std::optional<ResultType> type)
{
    return type == ResultType::StsPolicyFetchError || type == ResultType::StsPolicyInvalid
        || type == ResultType::StsWebpkiInvalid;
}

ReasonReading readReason(QStringView reason, std::optional<ResultType> type)
{
    ReasonReading reading;
    QString words = plainWords(reason);
    // mox appends it: "dns-lookup+fallback-to-cached-policy".
    static const QString cached = u"fallback to cached policy"_qs;
    if (const qsizetype at = words.indexOf(cached); at >= 0) {
        reading.usedCachedPolicy = true;
        words.replace(at, cached.size(), u" "_qs);
        while (!words.isEmpty() && !words.back().isLetterOrNumber())
            words.chop(1);
        words = words.simplified();
    }
    const bool repeatsType = type && words == plainWords(QString(name(*type)));
    if (words.isEmpty() || repeatsType || words == u"validation failure")
        return reading;
    reading.bare = false;
    for (const Row &one : dictionary()) {
        if (applies(one.scope, type) && one.pattern.match(words).hasMatch()) {
            reading.cause = one.cause;
            break;
        }
    }
    return reading;
}

} // namespace tlsrpt
