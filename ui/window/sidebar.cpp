// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sidebar.h"

#include "ui/widgets/roles.h"

#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tlsrpt
{

static constexpr int wide = 184;
static constexpr int narrow = 48;
static constexpr int iconSize = 16;

void SideBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = option.state & QStyle::State_Selected;
    const QRectF pill = QRectF(option.rect).adjusted(0, 1, 0, -1);
    if (selected || (enabled && option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? Token::Selection : Token::Hover));
        painter->drawRoundedRect(pill, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(m_theme.color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(pill.adjusted(1, 1, -1, -1), 6, 6);
    }
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int indent = m_compact ? (option.rect.width() - iconSize) / 2 : 10;
    QRect icon(option.rect.left() + indent, option.rect.center().y() - iconSize / 2 + 1, iconSize,
               iconSize);
    QRect text = option.rect.adjusted(36, 0, -8, 0);
    if (mirrored) {
        icon.moveRight(option.rect.right() - indent);
        text = option.rect.adjusted(8, 0, -36, 0);
    }
    painter->setOpacity(enabled ? 1.0 : 0.55);
    painter->drawPixmap(icon, m_theme.pixmap(index.data(IconNameRole).toString(),
                                             selected ? Token::Link : Token::Text2, iconSize,
                                             painter->device()->devicePixelRatioF()));
    const int badge = index.data(NumberRole).toInt();
    const int taken = badge > 0 && enabled ? paintBadge(painter, option, icon, badge) : 0;
    if (!m_compact) {
        text.adjust(mirrored ? taken : 0, 0, mirrored ? 0 : -taken, 0);
        QFont font = option.font;
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(m_theme.color(enabled ? Token::Text : Token::Text2));
        const QString shown = QFontMetrics(font).elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width());
        painter->drawText(text, Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft), shown);
    }
    painter->restore();
}

int SideBarDelegate::paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QRect &icon,
                                int number) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Token::Failed));
    if (m_compact) {
        painter->drawEllipse(QRectF(icon.right() - 3, icon.top() - 3, 8, 8));
        return 0;
    }
    QFont font = m_theme.font(FontRole::Caption);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString text = QLocale().toString(number);
    const int width = std::max(20, metrics.horizontalAdvance(text) + 12);
    const int height = std::max(16, metrics.height() + 1);
    const QRect pill = QStyle::visualRect(
        option.direction, option.rect,
        QRect(option.rect.right() - width - 9, option.rect.center().y() - height / 2 + 1, width, height));
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setFont(font);
    painter->setPen(m_theme.color(Token::OnAccent));
    painter->drawText(pill, Qt::AlignCenter, text);
    return width + 12;
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {32, std::max(34, option.fontMetrics.height() + 14)};
}

SideBar::SideBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new QStandardItemModel(this)),
      m_delegate(new SideBarDelegate(theme, this)), m_list(new QListView(this)),
      m_lines(new QLabel(this)), m_import(new QPushButton(this))
{
    setFixedWidth(wide);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Screens"));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setWordWrap(true);
    m_lines->setFont(theme.font(FontRole::Caption));
    m_lines->setContentsMargins(space::xs, 0, space::xs, 0);
    m_lines->setForegroundRole(QPalette::PlaceholderText);
    m_import->setText(tr("Import…"));
    m_import->setAccessibleName(tr("Import reports"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::s - 1, space::s, space::s + 2);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_lines);
    layout->addWidget(m_import);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && index.flags() & Qt::ItemIsEnabled)
                    emit chosen(index.data(KeyRole).toString());
            });
    const auto colours = [this] {
        m_import->setIcon(m_theme.icon(u"plus"_qs));
        QPalette palette = m_lines->palette();
        palette.setColor(QPalette::PlaceholderText, m_theme.color(Token::Text2));
        m_lines->setPalette(palette);
        m_lines->setFont(m_theme.font(FontRole::Caption));
        m_list->viewport()->update();
        update();
    };
    connect(&theme, &Theme::changed, this, colours);
    colours();
}

void SideBar::addPage(const QString &name, const QString &icon, const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setData(name, KeyRole);
    item->setData(icon, IconNameRole);
    item->setData(title, Qt::AccessibleTextRole);
    m_model->appendRow(item);
}

QStandardItem *SideBar::itemOf(const QString &name) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(KeyRole).toString() == name)
            return m_model->item(row);
    }
    return nullptr;
}

void SideBar::setCurrent(const QString &name)
{
    if (QStandardItem *item = itemOf(name)) {
        const QSignalBlocker quiet(this);
        m_list->setCurrentIndex(item->index());
    }
}

void SideBar::setPageEnabled(const QString &name, bool enabled)
{
    if (QStandardItem *item = itemOf(name))
        item->setEnabled(enabled);
}

void SideBar::setBadge(const QString &name, int number, const QString &words)
{
    QStandardItem *item = itemOf(name);
    if (!item)
        return;
    item->setData(number, NumberRole);
    item->setData(number > 0 ? item->text() + u", "_qs + words : item->text(), Qt::AccessibleTextRole);
    if (m_compact)
        item->setToolTip(item->data(Qt::AccessibleTextRole).toString());
}

void SideBar::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    setFixedWidth(compact ? narrow : wide);
    m_delegate->setCompact(compact);
    m_lines->setVisible(!compact);
    m_import->setText(compact ? QString() : tr("Import…"));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        item->setToolTip(compact ? item->data(Qt::AccessibleTextRole).toString() : QString());
    }
    m_import->setToolTip(compact ? tr("Import reports") : QString());
    m_list->viewport()->update();
}

void SideBar::setImportMenu(QMenu *menu)
{
    // Not setMenu(): the button of the design has no menu arrow.
    connect(m_import, &QPushButton::clicked, menu, [this, menu] {
        menu->popup(m_import->mapToGlobal(QPoint(0, -menu->sizeHint().height() - space::xs)));
    });
}

void SideBar::setLines(const QStringList &lines)
{
    QStringList shown = lines;
    shown.removeAll(QString());
    m_lines->setText(shown.join(u'\n'));
}

void SideBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Window));
}

} // namespace tlsrpt
