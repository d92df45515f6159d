// SPDX-License-Identifier: GPL-3.0-or-later
// The room's three parts that the window puts together.
#pragma once

#include "ui/importing/importpanel.h"
#include "ui/importing/importqueue.h"
#include "ui/importing/sourcespage.h"
