// SPDX-License-Identifier: GPL-3.0-or-later
// What a test does, line by line, in plain words.
#pragma once

#include "core/source/imap/imapclient.h"
#include "ui/theme/theme.h"

#include <QListWidget>

namespace tlsrpt
{

class TestLog : public QListWidget
{
    Q_OBJECT
public:
    explicit TestLog(const Theme &theme, QWidget *parent = nullptr);

    void begin(); ///< empty, and hidden until there is a line
    /// "Connected with …" takes the place of "Connecting to …".
    void addStep(ImapStep step, const QString &detail);
    void addGivenUp(const Error &error); ///< another server is tried
    void endWell(const QString &text);
    void endBadly(const QString &text);
    QSize sizeHint() const override; ///< as high as its lines, within reason

protected:
    void updateGeometries() override;

private:
    enum class Mark { Running, Done, Wrong };
    void add(Mark mark, const QString &text);
    void setMark(QListWidgetItem &item, Mark mark);
    /// What was under way is done, or went wrong.
    void settle(Mark mark);
    void applyTheme();

    const Theme &m_theme;
};

} // namespace tlsrpt
