// SPDX-License-Identifier: GPL-3.0-or-later
// The "policy" object's texts: the lines of the policy and the MX patterns.
#pragma once

#include "core/parse/reportreader.h"

namespace tlsrpt
{

enum class PolicyMember { Type, Strings, Domain, MxHosts };
const MemberNames &policyMemberNames();

/// Fills policyStrings and mxHosts. The track is known by then.
void readPolicyStrings(const Members &policy, PolicyResult &row, Reading &reading);

} // namespace tlsrpt
