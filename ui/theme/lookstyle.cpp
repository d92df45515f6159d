// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/lookstyle.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace tlsrpt
{

static constexpr int inputPadding = 8; ///< between the box of an input and its text

void roundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border,
                double radius, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    const double inset = border.isValid() ? width / 2 : 0;
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    const double r = qMin(radius - inset, inner.height() / 2);
    painter.drawRoundedRect(inner, r, r);
    painter.restore();
}

void focusRing(QPainter &painter, const QRectF &rect, const QColor &accent, double radius)
{
    roundedBox(painter, rect, Qt::transparent, accent, radius, 2);
}

LookStyle::LookStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
{
}

void LookStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *button = qobject_cast<QPushButton *>(widget)) {
        button->setAttribute(Qt::WA_Hover);
        if (button->property("small").toBool())
            button->setFont(m_theme.font(FontRole::Caption));
    } else if (auto *tabs = qobject_cast<QTabBar *>(widget)) {
        tabs->setExpanding(false);
        tabs->setAttribute(Qt::WA_Hover);
    } else if (auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        if (!qobject_cast<QHeaderView *>(view))
            view->viewport()->setAttribute(Qt::WA_Hover);
    }
}

void LookStyle::glyph(QPainter &p, const QString &name, Token token, const QRect &rect, int size,
                      bool enabled) const
{
    const qreal scale = p.device() ? p.device()->devicePixelRatioF() : 1;
    const QPixmap pixmap = m_theme.pixmap(name, token, size, scale);
    p.save();
    if (!enabled)
        p.setOpacity(0.45);
    p.drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pixmap);
    p.restore();
}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        // Rows of a view show their focus in the delegates.
        if (!qobject_cast<const QAbstractItemView *>(widget) && (option->state & State_KeyboardFocusChange))
            focusRing(*painter, option->rect, color(Token::Accent), 4);
        return;
    case PE_PanelLineEdit:
        if (const auto *o = qstyleoption_cast<const QStyleOptionFrame *>(option))
            return lineEdit(*o, *painter);
        break;
    case PE_FrameLineEdit:
        return inputFrame(option->rect, *option, *painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return checkMark(*option, *painter);
    case PE_IndicatorRadioButton:
        return radioMark(*option, *painter);
    case PE_IndicatorBranch:
        return branch(*option, *painter);
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Line));
        return;
    case PE_FrameTabWidget:
    case PE_IndicatorTabTear:
    case PE_IndicatorTabTearRight:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_Frame:
        return roundedBox(*painter, option->rect, Qt::transparent, color(Token::LineStrong));
    case PE_FrameGroupBox:
        return roundedBox(*painter, option->rect, Qt::transparent, color(Token::Line), 8);
    case PE_FrameMenu:
        painter->setPen(color(Token::LineStrong));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Token::Tooltip));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LookStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    QPainter &p = *painter;
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
        if (element == CE_PushButtonBevel)
            return pushButton(*button, p, widget);
        if (element == CE_PushButtonLabel)
            return pushButtonLabel(*button, p, widget);
    } else if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
        if (element == CE_Header)
            return header(*head, p);
    } else if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
        if (element == CE_TabBarTabShape)
            return tabShape(*tab, p);
        if (element == CE_TabBarTabLabel)
            return tabLabel(*tab, p);
    } else if (const auto *menu = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        if (element == CE_MenuBarItem)
            return menuBarItem(*menu, p);
    } else if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
        if (element == CE_ProgressBar)
            return progress(*bar, p);
    } else if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
        if (element == CE_ShapedFrame)
            return shapedFrame(*frame, p);
    }
    if (element == CE_Splitter)
        return p.fillRect(option->rect, color(Token::Line));
    if (element == CE_MenuBarEmptyArea || element == CE_HeaderEmptyArea) {
        const bool menu = element == CE_MenuBarEmptyArea;
        p.fillRect(option->rect, color(menu ? Token::Window : Token::Base));
        if (!menu)
            p.fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                       color(Token::LineStrong));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LookStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (const auto *o = qstyleoption_cast<const QStyleOptionToolButton *>(option))
        return toolButton(*o, *painter, widget);
    if (const auto *o = qstyleoption_cast<const QStyleOptionComboBox *>(option))
        return comboBox(*o, *painter);
    if (const auto *o = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
        return spinBox(*o, *painter, widget);
    if (const auto *o = qstyleoption_cast<const QStyleOptionSlider *>(option); o && control == CC_ScrollBar)
        return scrollBar(*o, *painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect LookStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *o = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*o, part);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const QRect edit = option->rect.adjusted(10, 1, -26, -1);
        return visualRect(option->direction, option->rect, edit);
    }
    if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
        QRect edit = QProxyStyle::subControlRect(control, option, part, widget);
        // As in a line edit, behind the line of the box.
        if (option->direction == Qt::RightToLeft)
            edit.setRight(option->rect.right() - 1 - inputPadding);
        else
            edit.setLeft(option->rect.left() + 1 + inputPadding);
        return edit;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect LookStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    // Without a frame it sits inside a combo box, a spin box or a view: they make the room.
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(inputPadding, 0, -inputPadding, 0);
    return rect;
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: return 1;
    case PM_ButtonMargin: return 8;
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize: return 16;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: return 1;
    case PM_HeaderMargin: return space::s;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 14;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return space::xs;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::s;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return space::m;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_TabBar_PreferNoArrows: return 0;
    case SH_UnderlineShortcut: // once somebody works by keyboard, and always in an open menu
        return qobject_cast<const QMenu *>(widget)
            || (QGuiApplication::keyboardModifiers() & Qt::AltModifier)
            || (widget && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange));
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_MovementWithoutUpdatingSelection: return 1;
    case SH_Table_GridLineColor: return int(color(Token::Line).rgb());
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ScrollBar_Transient: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize LookStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const bool isSmall = widget && widget->property("small").toBool();
        const auto *o = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int icon = o && !o->icon.isNull() && !o->text.isEmpty() ? 8 : 0;
        const int width = size.width() + icon + (isSmall ? 20 : 26);
        return {width, qMax(isSmall ? 26 : 30, size.height() + 8)};
    }
    case CT_LineEdit: return {base.width(), qMax(30, size.height() + 10)};
    case CT_ComboBox: return {size.width() + 40, qMax(30, size.height() + 10)};
    case CT_SpinBox: return {base.width() + 16, qMax(30, size.height())};
    case CT_ToolButton: return {size.width() + 12, qMax(28, size.height() + 8)};
    case CT_HeaderSection: return {base.width(), qMax(26, base.height())};
    case CT_MenuBarItem: return {size.width() + 18, qMax(26, size.height() + 8)};
    case CT_TabBarTab: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        QFont font = widget ? widget->font() : QFont();
        font.setWeight(QFont::DemiBold); // as it is when selected
        const int more = tab ? QFontMetrics(font).horizontalAdvance(tab->text) - tab->fontMetrics.horizontalAdvance(tab->text) : 0;
        return {base.width() + 4 + qMax(0, more), qMax(32, base.height())};
    }
    case CT_ProgressBar: return {base.width(), 8};
    default: return base;
    }
}

} // namespace tlsrpt
