// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the text of the MTA-STS policy that senders apply now.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr size_t textsCompared = 32;   ///< an honest domain has one or two
constexpr size_t defectsListed = 20;
constexpr int confidenceShortened = 20; ///< in place of the usual start: others show the whole text
constexpr qint64 oneDay = 86400;
constexpr qint64 oneWeek = 604800;
constexpr int settledDays = 30;        ///< a short max_age is right for the first weeks of enforce

/// A text in use and who applies it.
struct TextInUse {
    const PolicySpan *span = nullptr;
    const StsPolicy *policy = nullptr;
    std::vector<SenderIndex> senders;
};

bool looksLikePolicy(const StsPolicy &policy)
{
    return !policy.version.isEmpty() || policy.mode != PolicyMode::Unknown || policy.maxAge
           || !policy.mx.isEmpty();
}

bool isMissingField(PolicyDefect defect)
{
    return defect == PolicyDefect::VersionMissing || defect == PolicyDefect::ModeMissing
           || defect == PolicyDefect::MaxAgeMissing || defect == PolicyDefect::MxMissing;
}

bool isWhole(const StsPolicy &policy)
{
    return std::none_of(policy.defects.begin(), policy.defects.end(),
                        [](const PolicyDefectAt &at) { return isMissingField(at.defect); });
}

std::vector<TextInUse> textsInUse(const Case &subject)
{
    std::vector<TextInUse> texts;
    for (const PolicyUse &use : usesNow(subject, Track::Sts)) {
        const StsPolicy &policy = subject.view.book.reading(use.span->policy, Track::Sts).sts;
        if (!looksLikePolicy(policy))
            continue;
        const auto known = std::find_if(texts.begin(), texts.end(), [&use](const TextInUse &t) {
            return t.span->policy == use.span->policy;
        });
        if (known != texts.end())
            known->senders.push_back(use.sender);
        else if (texts.size() < textsCompared)
            texts.push_back({use.span, &policy, {use.sender}});
    }
    return texts;
}

/// Whether another sender shows the whole of what may be the same policy.
bool isShownWhole(const TextInUse &text, const std::vector<TextInUse> &texts)
{
    return std::any_of(texts.begin(), texts.end(), [&text](const TextInUse &other) {
        return &other != &text && isWhole(*other.policy) && maySame(*other.span, *text.span);
    });
}

/// Defects of one sureness, and where they were seen.
struct Defects {
    std::vector<PolicyDefectAt> list;
    std::vector<SenderIndex> senders;
    std::vector<const PolicySpan *> spans;
    bool shown = false; ///< there to be seen, not missing

    void add(const TextInUse &text, const std::vector<PolicyDefectAt> &defects)
    {
        if (defects.empty())
            return;
        for (const PolicyDefectAt &at : defects) {
            shown = shown || !isMissingField(at.defect);
            if (list.size() < defectsListed && std::find(list.begin(), list.end(), at) == list.end())
                list.push_back(at);
        }
        senders.insert(senders.end(), text.senders.begin(), text.senders.end());
        spans.push_back(text.span);
    }
};

bool isRejected(const Case &subject)
{
    return std::any_of(subject.episodes.begin(), subject.episodes.end(), [](const Episode &e) {
        return e.open && e.problem == Problem::PolicyRejected && e.cause == Cause::PolicyInvalid;
    });
}

Finding findingAboutTexts(const Case &subject, Rule rule, std::vector<SenderIndex> senders,
                          const std::vector<const PolicySpan *> &spans)
{
    std::sort(senders.begin(), senders.end());
    senders.erase(std::unique(senders.begin(), senders.end()), senders.end());
    qint32 first = spans.front()->first.value, last = first;
    for (const PolicySpan *span : spans) {
        first = std::min(first, span->first.value);
        last = std::max(last, span->last.value);
    }
    Finding finding = subject.findingAbout(rule, Track::Sts, senders, first, last,
                                           Owner::ReceivingDomain, {CheckKind::PolicyFile});
    finding.mode = spans.back()->mode;
    for (const PolicySpan *span : spans)
        finding.daysAffected = std::max(finding.daysAffected, span->reportDays);
    subject.proveByRows(finding, Track::Sts, senders, first, last);
    return finding;
}

} // namespace

/// The text that senders apply has mistakes (R23); fills details.defects. What stands in it wrongly
/// is certain. A missing line may have been left out by the sender: where another shows the whole
/// text, that is low and hardly sure.
void policyDefects(Case &subject)
{
    const std::vector<TextInUse> texts = textsInUse(subject);
    Defects sure, doubtful;
    for (const TextInUse &text : texts) {
        const bool shortened = !isWhole(*text.policy) && isShownWhole(text, texts);
        std::vector<PolicyDefectAt> here, missing;
        for (const PolicyDefectAt &at : text.policy->defects)
            (shortened && isMissingField(at.defect) ? missing : here).push_back(at);
        sure.add(text, here);
        doubtful.add(text, missing);
    }
    const bool isSure = !sure.list.empty();
    const Defects &defects = isSure ? sure : doubtful;
    if (defects.list.empty())
        return;
    Finding finding = findingAboutTexts(subject, Rule::R23, defects.senders, defects.spans);
    finding.details.defects = defects.list;
    if (!isSure) {
        finding.severity = Severity::Low;
        finding.confidence = {};
        addReason(finding.confidence, ConfidencePoint::Start, confidenceShortened);
    } else {
        finding.severity = isRejected(subject) ? Severity::High : Severity::Medium;
        if (defects.shown)
            makeCertain(finding.confidence);
        else
            addRowReasons(finding.confidence, finding.senders.size(), finding.daysAffected, 0);
    }
    subject.add(std::move(finding));
}

namespace
{

/// Since when one of these senders has had enforce with less than a week of memory.
qint32 shortSince(const Case &subject, const std::vector<PolicyUse> &current)
{
    const std::vector<SenderIndex> senders = sendersOf(current);
    qint32 since = subject.reference;
    for (const SenderSpans &spans : spansOf(subject, Track::Sts)) {
        if (!std::binary_search(senders.begin(), senders.end(), spans.sender))
            continue;
        for (const PolicySpan *span = spans.end; span-- != spans.begin;) {
            if (span->mode != PolicyMode::Enforce || span->maxAge < 0 || span->maxAge >= oneWeek)
                break;
            since = std::min(since, span->first.value);
        }
    }
    return since;
}

} // namespace

/// In mode enforce the newest policy is remembered for less than a day (medium), or for less than a
/// week though enforce has settled for a month (low): R24, fills details.maxAge. In testing and none
/// a short one is right: it makes the next change quick.
void maxAgeShort(Case &subject)
{
    const PoliciesInUse policies = policiesInUse(subject);
    const PolicySpan *text = wholeText(policies);
    if (!text || text->mode != PolicyMode::Enforce || text->maxAge >= oneWeek)
        return;
    const bool settled
        = subject.reference - shortSince(subject, policies.current) + 1 >= settledDays;
    if (text->maxAge >= oneDay && !settled)
        return;
    Finding finding = findingAboutTexts(subject, Rule::R24, sendersOf(policies.current), {text});
    finding.severity = text->maxAge < oneDay ? Severity::Medium : Severity::Low;
    finding.details.maxAge = text->maxAge;
    makeCertain(finding.confidence);
    subject.add(std::move(finding));
}

/// In mode enforce the newest policy allows any host of the domain (R25, RFC 8461 §10.4); fills
/// details.hosts with the pattern.
void patternWide(Case &subject)
{
    const PoliciesInUse policies = policiesInUse(subject);
    const PolicySpan *text = wholeText(policies);
    const QString wide = u"*."_qs + subject.view.name;
    if (!text || text->mode != PolicyMode::Enforce || !text->patterns.contains(wide))
        return;
    Finding finding = findingAboutTexts(subject, Rule::R25, sendersOf(policies.current), {text});
    finding.severity = Severity::Low;
    finding.details.hosts = {wide};
    makeCertain(finding.confidence);
    subject.add(std::move(finding));
}

} // namespace tlsrpt::rules
