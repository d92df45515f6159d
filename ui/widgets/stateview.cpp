// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stateview.h"

#include "ui/widgets/labels.h"
#include "ui/words/words.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{
constexpr int loadingDelay = 150; // below it, words would only flicker
}

class StateView::Private
{
public:
    enum class Way { None, Clear, Retry, Empty };

    QWidget *content = nullptr;
    QWidget *message = nullptr;
    QLabel *icon = nullptr;
    QLabel *title = nullptr;
    QLabel *text = nullptr;
    QProgressBar *busy = nullptr;
    QPushButton *button = nullptr;
    QPushButton *other = nullptr;
    QTimer loading;
    QString work; ///< what loading is called
    QString iconName;
    Token iconToken = Token::Text2;
    Way way = Way::None;
};

StateView::StateView(const Theme &theme, QWidget *content, QWidget *parent)
    : QStackedWidget(parent), m_theme(theme), d(std::make_shared<Private>())
{
    d->content = content;
    d->message = new QWidget;
    d->icon = new QLabel;
    d->title = makeLabel(theme, {}, FontRole::Section);
    d->text = makeLabel(theme, {}, FontRole::Body, Token::Text2);
    d->busy = new QProgressBar;
    d->button = new QPushButton;
    d->other = new QPushButton;
    build();
    addWidget(content);
    addWidget(d->message);
    d->loading.setSingleShot(true);
    d->loading.setInterval(loadingDelay);
    connect(&d->loading, &QTimer::timeout, this, [this] {
        say(QStringLiteral("calendar"), Token::Text2, d->work, {}, {});
        d->icon->hide();
        d->busy->show();
    });
    connect(&theme, &Theme::changed, this, &StateView::drawIcon);
    connect(d->other, &QPushButton::clicked, this, &StateView::otherButtonClicked);
    connect(d->button, &QPushButton::clicked, this, [this] {
        switch (d->way) {
        case Private::Way::None: return;
        case Private::Way::Clear: return emit clearFilter();
        case Private::Way::Retry: return emit retry();
        case Private::Way::Empty: return emit emptyButtonClicked();
        }
    });
}

void StateView::build()
{
    // Words wrap, and a wrapped label gets its height only where a layout gives it its width.
    auto *row = new QHBoxLayout(d->message);
    row->setContentsMargins(space::l, space::l, space::l, space::l);
    auto *middle = new QWidget;
    middle->setMaximumWidth(560);
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addStretch(2);
    d->busy->setRange(0, 0);
    d->busy->setFixedWidth(120);
    d->busy->setTextVisible(false);
    column->addWidget(d->icon, 0, Qt::AlignHCenter);
    column->addWidget(d->title);
    for (QLabel *label : {d->title, d->text}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    column->addWidget(d->text);
    column->addWidget(d->busy, 0, Qt::AlignHCenter);
    column->addSpacing(space::s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch(1);
    buttons->addWidget(d->button);
    buttons->addWidget(d->other);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(3);
}

void StateView::drawIcon()
{
    d->icon->setPixmap(m_theme.icon(d->iconName, d->iconToken).pixmap(QSize(32, 32), devicePixelRatioF()));
}

void StateView::say(const QString &icon, Token token, const QString &title, const QString &text,
                    const QString &button, const QString &other)
{
    d->loading.stop();
    d->iconName = icon;
    d->iconToken = token;
    drawIcon();
    d->icon->show();
    d->busy->hide();
    d->title->setText(title);
    d->text->setText(text);
    d->text->setVisible(!text.isEmpty());
    d->button->setText(button);
    d->button->setVisible(!button.isEmpty());
    d->other->setText(other);
    d->other->setVisible(!other.isEmpty());
    d->message->setAccessibleName(title);
    d->message->setAccessibleDescription(text);
    setCurrentWidget(d->message);
}

void StateView::showContent()
{
    d->loading.stop();
    setCurrentWidget(d->content);
}

void StateView::showLoading() { showLoading(tr("Reading the archive…")); }

void StateView::showLoading(const QString &what)
{
    d->work = what;
    d->busy->setAccessibleName(what);
    if (!d->loading.isActive())
        d->loading.start();
}

void StateView::showFilteredToNothing()
{
    showFilteredToNothing(tr("Nothing matches this filter"),
                          tr("There are reports, but none for this period and these choices."));
}

void StateView::showFilteredToNothing(const QString &title, const QString &text)
{
    d->way = Private::Way::Clear;
    say(QStringLiteral("filter"), Token::Text2, title, text, tr("Clear the filter"));
}

void StateView::showEmpty(const QString &title, const QString &text, const QString &button, const QString &other)
{
    d->way = Private::Way::Empty;
    say(QStringLiteral("inbox"), Token::Text2, title, text, button, other);
}

void StateView::showGood(const QString &title, const QString &text)
{
    d->way = Private::Way::None;
    say(QStringLiteral("circle-check"), Token::ProtectedText, title, text, {});
}

void StateView::showError(const Error &error)
{
    d->way = Private::Way::Retry;
    const words::ErrorWords said = words::error(error);
    QStringList lines{error.subject, said.what, said.next};
    lines.removeAll(QString());
    // The reason is a few words for a list; as a title it stands alone.
    say(QStringLiteral("circle-cross"), Token::Failed, said.reason, lines.join(u'\n'), tr("Try again"));
}

} // namespace tlsrpt
