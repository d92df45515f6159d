// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that may be from somebody else than the sender they name. The program counts them all the
// same: it never leaves a report out by itself.
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/report/names.h"

#include <QHash>

#include <map>

namespace tlsrpt::rules
{

namespace
{

/// Registrable domains of the texts of reports, each looked up once.
class Houses
{
public:
    explicit Houses(const Facts &facts) : m_facts(facts) {}

    const QString &of(TextIndex text)
    {
        auto known = m_known.find(text);
        if (known == m_known.end())
            known = m_known.insert(text, registrableDomain(m_facts.text(text)));
        return *known;
    }
    /// "mail.example" and "corp.mail.example" are one house.
    bool differ(TextIndex contact, TextIndex submitter)
    {
        return contact && submitter && of(contact) != of(submitter);
    }

private:
    const Facts &m_facts;
    QHash<TextIndex, QString> m_known;
};

struct DoubtfulReports {
    qint64 reports = 0, badSignatures = 0;
    int days = 0;
    qint32 first = 0, last = 0;
    std::vector<quint32> rows; ///< Facts::policyRows
};

/// Of one sender, by the house that they name for contact where it is not the one that submitted
/// them; under "" those of which only the signature is doubtful.
std::map<QString, DoubtfulReports> doubtfulReportsOf(const DomainView &view, const ViewSender &sender,
                                                     Houses &houses)
{
    std::map<QString, DoubtfulReports> byContact;
    quint32 counted = ~0u;
    for (const quint32 index : sender.rows) {
        const ViewRow &row = view.rows[index];
        const ReportFact &report = view.facts.reports[row.report];
        const bool elsewhere = houses.differ(report.contact, report.submitter);
        if (!elsewhere && !report.signatureFailed)
            continue;
        DoubtfulReports &found = byContact[elsewhere ? houses.of(report.contact) : QString()];
        if (found.rows.empty())
            found.first = row.day;
        found.days += found.rows.empty() || row.day != found.last;
        found.last = row.day;
        found.reports += row.report != counted;
        found.badSignatures += row.report != counted && report.signatureFailed;
        counted = row.report;
        found.rows.push_back(row.index);
    }
    return byContact;
}

} // namespace

/// A report names a house for contact that is not the one that submitted it (RFC 8460 §5.3), or the
/// DKIM signature of its mail (RFC 8460 §3 asks for one) did not match at the user's own server.
/// Fills details.address (the contact's domain), badSignatures and number.
void doubtfulReports(Case &subject)
{
    const DomainView &view = subject.view;
    Houses houses(view.facts);
    for (SenderIndex index = 0; index < view.senders.size(); ++index) {
        const ViewSender &sender = view.senders[index];
        for (auto &[contact, found] : doubtfulReportsOf(view, sender, houses)) {
            Finding finding = subject.findingAbout(Rule::R39, Track::Other, {index}, found.first,
                                                   found.last, Owner::Nobody, {});
            finding.severity = Severity::Low;
            finding.open = found.last >= sender.days.back() - thresholds::openWithin;
            finding.daysAffected = found.days;
            finding.details.address = contact;
            finding.details.badSignatures = found.badSignatures;
            finding.details.number = found.reports;
            finding.policyRows = std::move(found.rows);
            makeCertain(finding.confidence);
            subject.add(std::move(finding));
        }
    }
}

} // namespace tlsrpt::rules
