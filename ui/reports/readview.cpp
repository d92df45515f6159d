// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/readview.h"

#include "core/explain/explanation.h"
#include "ui/detail/explanationview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

// A stranger may send thousands; the JSON has them all.
constexpr size_t mostPolicies = 30;
constexpr size_t mostFailures = 30;
constexpr size_t mostExplained = 5;
constexpr size_t mostDeviations = 60;
constexpr int keyWidth = 118;
constexpr qsizetype longestText = 2000; ///< wrapping 64 kB takes seconds
constexpr qsizetype longestName = 200;

QString orNone(const QString &text)
{
    return text.isEmpty() ? ReadView::tr("not given") : text.left(longestText);
}

QString periodText(const Report &report)
{
    const QDateTime start = QDateTime::fromSecsSinceEpoch(report.start, Qt::UTC);
    const QDateTime end = QDateTime::fromSecsSinceEpoch(report.end, Qt::UTC);
    const bool wholeDay = start.time() == QTime(0, 0) && report.end - report.start == 86400;
    if (wholeDay)
        return ReadView::tr("%1, the whole day, UTC").arg(words::weekdayDay(report.day()));
    const QLocale locale;
    return ReadView::tr("%1 to %2, UTC")
        .arg(locale.toString(start, QLocale::ShortFormat), locale.toString(end, QLocale::ShortFormat));
}

QString signatureText(const QString &signature)
{
    if (signature == u"pass")
        return ReadView::tr("DKIM passed, as your mail server noted");
    if (signature == u"fail")
        return ReadView::tr("DKIM failed, as your mail server noted; the report may not be from this sender");
    return ReadView::tr("not known");
}

Situation situationOf(const PolicyResult &policy, const FailureDetail &failure)
{
    return {failure.resultType, failure.reasonCode, policy.track, parseStsPolicy(policy.policyStrings).mode,
            policy.policyDomain, failure.receivingMx, failure.receivingIp, policy.mxHosts};
}

} // namespace

QString reportSentence(const Report &report)
{
    qint64 good = 0, bad = 0;
    bool anyPolicy = false, anyWithout = false;
    for (const PolicyResult &policy : report.policies) {
        if (policy.inHeadline) {
            good = addCounts(good, policy.successful);
            bad = addCounts(bad, policy.failed);
            (policy.track == Track::None ? anyWithout : anyPolicy) = true;
        }
    }
    const qint64 all = addCounts(good, bad);
    if (all == 0)
        return ReadView::tr("The report counts no session.");
    const int plural = words::plural(all);
    if (bad == 0 && !anyWithout)
        return ReadView::tr("All %Ln session(s) met the policy.", nullptr, plural);
    if (bad == 0 && !anyPolicy)
        return ReadView::tr("All %Ln session(s) succeeded; no policy was found.", nullptr, plural);
    if (bad == 0)
        return ReadView::tr("All %Ln session(s) met the policy, or none was found.", nullptr, plural);
    if (good == 0)
        return ReadView::tr("All %1 sessions failed.").arg(words::number(bad));
    return ReadView::tr("%1 of %2 sessions failed.").arg(words::number(bad), words::number(all));
}

ReadView::ReadView(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The report as text"));
}

void ReadView::addText(const QString &text, FontRole role, Token token)
{
    QLabel *label = makeLabel(m_theme, text, role, token);
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void ReadView::show(const ReopenedReport &report)
{
    m_explained.clear();
    m_content = new QWidget;
    m_layout = new QVBoxLayout(m_content);
    m_layout->setContentsMargins(space::l, space::m, space::l, space::m);
    m_layout->setSpacing(space::xs);
    addText(reportSentence(report.report), FontRole::Section);
    addHead(report);
    const auto &policies = report.report.policies;
    for (size_t i = 0; i < std::min(policies.size(), mostPolicies); ++i)
        addPolicy(report.report, i);
    if (policies.size() > mostPolicies)
        addText(tr("%1 more policies are in the JSON.").arg(words::number(static_cast<qint64>(policies.size() - mostPolicies))));
    addDeviations(report.report);
    m_layout->addStretch();
    setWidget(m_content);
    setOnBase(*this);
    verticalScrollBar()->setValue(0);
}

void ReadView::addHead(const ReopenedReport &opened)
{
    const Report &report = opened.report;
    auto *values = new ValueGrid(m_theme, keyWidth);
    values->addRow(tr("Period"), periodText(report), FontRole::Body,
                   report.multiDay() ? Token::AttentionText : Token::Text);
    values->addRow(tr("Sender"), orNone(report.organization));
    values->addRow(tr("Contact"), orNone(report.contact));
    values->addRow(tr("Report number"), orNone(report.reportId), FontRole::Mono);
    values->addRow(tr("Found in"), opened.original.source.left(longestText));
    values->addRow(tr("Imported"), words::dateTime(opened.original.imported));
    if (opened.original.dated > 0)
        values->addRow(tr("Dated"), words::dateTime(opened.original.dated));
    values->addRow(tr("Mail signature"), signatureText(opened.original.signature));
    m_layout->addSpacing(space::s);
    m_layout->addWidget(values);
}

void ReadView::addPolicy(const Report &report, size_t index)
{
    const PolicyResult &policy = report.policies[index];
    const auto number = [](size_t n) { return words::number(static_cast<qint64>(n)); };
    m_layout->addSpacing(space::m);
    m_layout->addWidget(new SectionHeading(m_theme, tr("Policy %1 of %2").arg(number(index + 1), number(report.policies.size())),
                                           tr("%1 (%2) for %3").arg(words::trackName(policy.track),
                                                                    policy.policyType.left(60),
                                                                    words::shown(policy.policyDomain, longestName))));
    auto *values = new ValueGrid(m_theme, keyWidth);
    addPolicyText(*values, policy);
    values->addRow(policy.track == Track::None ? tr("Succeeded") : tr("Met the policy"), words::number(policy.successful));
    values->addRow(tr("Failed"), words::number(policy.failed), FontRole::Body,
                   policy.failed > 0 ? Token::Failed : Token::Text);
    if (!policy.inHeadline)
        values->addRow(tr("Counting"), tr("The same sessions stand under another policy of this report; they count once."));
    m_layout->addWidget(values);
    for (size_t i = 0; i < std::min(policy.failures.size(), mostFailures); ++i)
        addFailure(policy, i);
    if (policy.failures.size() > mostFailures)
        addText(tr("%1 more failures are in the JSON.").arg(number(policy.failures.size() - mostFailures)));
    if (policy.failures.empty() && policy.failed > 0)
        addText(tr("The report names no cause for the failed sessions."), FontRole::Body, Token::Text2);
}

void ReadView::addPolicyText(ValueGrid &values, const PolicyResult &policy)
{
    if (policy.track == Track::Tlsa) {
        QStringList records;
        for (const QString &record : policy.policyStrings.mid(0, 20))
            records.append(words::shortRecord(record) + u"  "_qs + words::tlsaRecord(record));
        values.addRow(tr("Records"), orNone(records.join(u'\n')), FontRole::Mono);
        return;
    }
    if (policy.track != Track::Sts)
        return;
    const StsPolicy sts = parseStsPolicy(policy.policyStrings);
    const QStringList hosts = policy.mxHosts.isEmpty() ? sts.mx : policy.mxHosts;
    if (policy.policyStrings.isEmpty() && hosts.isEmpty()) {
        values.addRow(tr("Policy"), tr("not given; the sender could not read it, or left it out"));
        return;
    }
    values.addRow(tr("Mode"), words::modeName(sts.mode));
    values.addRow(tr("Mail servers"), orNone(hosts.mid(0, 50).join(u'\n')), FontRole::Mono);
    if (sts.maxAge)
        values.addRow(tr("Kept for"), words::maxAge(*sts.maxAge));
    if (!policy.policyStrings.isEmpty()) {
        QStringList defects;
        for (const PolicyDefectAt &defect : sts.defects)
            defects.append(words::policyDefect(defect));
        if (!defects.isEmpty())
            values.addRow(tr("Wrong in it"), defects.mid(0, 20).join(u'\n').left(longestText), FontRole::Body, Token::AttentionText);
    }
}

void ReadView::addFailure(const PolicyResult &policy, size_t index)
{
    const FailureDetail &failure = policy.failures[index];
    const Explanation why = explain(situationOf(policy, failure));
    m_layout->addSpacing(space::s);
    m_layout->addWidget(new SectionHeading(
        m_theme,
        tr("Failure %1 of %2").arg(words::number(static_cast<qint64>(index + 1)),
                                   words::number(static_cast<qint64>(policy.failures.size()))),
        tr("%Ln occurrence(s)", nullptr, static_cast<int>(std::min<qint64>(failure.failedSessions, 2'000'000'000)))));
    auto *values = new ValueGrid(m_theme, keyWidth);
    values->addRow(tr("Cause"), words::causeName(why.cause), FontRole::Body, Token::Failed);
    values->addRow(tr("Result type"), orNone(failure.resultType) + (why.registeredType ? QString() : tr(" (not a registered type)")),
                   FontRole::Mono);
    values->addRow(tr("Reason as sent"), orNone(failure.reasonCode));
    values->addRow(tr("Mail server"), failure.receivingMx.isEmpty() ? tr("none was contacted, or not given")
                                                                      : failure.receivingMx.left(longestText));
    if (why.miss)
        values->addRow(tr("Policy check"), words::miss(*why.miss, words::shown(failure.receivingMx, longestName)), FontRole::Body, Token::AttentionText);
    values->addRow(tr("Its address"), orNone(failure.receivingIp));
    values->addRow(tr("Sender's address"), orNone(failure.sendingMtaIp));
    if (!failure.receivingHelo.isEmpty())
        values->addRow(tr("Its greeting"), QString(failure.receivingHelo).remove(u'\r').left(1000), FontRole::Mono);
    if (!failure.additionalInformation.isEmpty())
        values->addRow(tr("More information"), failure.additionalInformation.left(1000));
    m_layout->addWidget(values);
    if (m_explained.size() < mostExplained && m_explained.insert(why.cause).second) { // each cause once
        auto *explanation = new ExplanationView(m_theme);
        explanation->show(why);
        m_layout->addWidget(explanation);
    }
}

void ReadView::addDeviations(const Report &report)
{
    if (report.deviations.empty())
        return;
    m_layout->addSpacing(space::m);
    m_layout->addWidget(new SectionHeading(m_theme, tr("Differs from the standard"),
                                           tr("%Ln point(s); the report was read all the same", nullptr,
                                              static_cast<int>(report.deviations.size()))));
    auto *values = new ValueGrid(m_theme, 0);
    for (size_t i = 0; i < std::min(report.deviations.size(), mostDeviations); ++i) {
        const Deviation &deviation = report.deviations[i];
        const QString seen = deviation.seen.isEmpty() ? deviation.pointer : deviation.pointer + u": "_qs + deviation.seen;
        values->addRow(words::deviation(deviation), words::deviationHandling(deviation.kind) + u"\n"_qs + seen.left(240));
    }
    m_layout->addWidget(values);
}

} // namespace tlsrpt
