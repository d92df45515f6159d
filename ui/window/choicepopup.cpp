// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/choicepopup.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace tlsrpt
{

static constexpr int manyChoices = 8;
static constexpr int rowsShown = 12;
static constexpr int rowGap = 3;

ChoicePopup::ChoicePopup(const Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_model(new ChoiceModel(this)),
      m_search(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QLabel(this)), m_all(new QPushButton(this))
{
    setAccessibleName(name);
    m_search->setPlaceholderText(tr("Type to search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setAccessibleName(name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(rowGap);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->installEventFilter(this);
    m_all->setText(tr("Show all"));
    m_all->setAutoDefault(true); // Return presses it, as in a dialog
    m_nothing->setText(tr("Nothing found."));
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::s, space::s, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    layout->addWidget(m_all);

    connect(m_search, &QLineEdit::textChanged, this, &ChoicePopup::search);
    connect(m_model, &ChoiceModel::checkedChanged, this, [this](const QStringList &keys) {
        m_all->setEnabled(!keys.isEmpty());
        m_toggled = true;
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_toggled = false; });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_model->setChecked({});
        emit m_model->checkedChanged({});
        hide();
    });
}

void ChoicePopup::openBelow(QWidget *chip)
{
    m_search->clear();
    m_search->setVisible(m_model->size() > manyChoices);
    m_all->setEnabled(!m_model->checked().isEmpty());
    const int row = qMax(m_list->sizeHintForRow(0), 16) + 2 * rowGap;
    const int rows = qBound(1, static_cast<int>(m_model->size()), rowsShown);
    m_list->setFixedHeight(row * rows + 2);
    setFixedWidth(qBound(180, m_list->sizeHintForColumn(0) + 56, 420));
    adjustSize();
    QPoint corner = chip->mapToGlobal(QPoint(isRightToLeft() ? chip->width() - width() : 0,
                                             chip->height() + space::xs));
    const QRect available = chip->screen()->availableGeometry();
    corner.setX(qBound(available.left(), corner.x(), qMax(available.left(), available.right() - width())));
    corner.setY(qBound(available.top(), corner.y(), qMax(available.top(), available.bottom() - height())));
    move(corner);
    emit opened();
    show();
    if (m_search->isVisible()) {
        m_search->setFocus();
        m_list->setCurrentIndex({}); // among many nothing is highlighted until it is asked for
    } else {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
    }
    m_toggled = false;
}

void ChoicePopup::search(const QString &text)
{
    m_model->find(text.trimmed());
    m_nothing->setFixedHeight(m_list->height());
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    if (!text.trimmed().isEmpty())
        m_list->setCurrentIndex(m_model->index(0)); // the first match is what Return takes
}

void ChoicePopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    emit closed();
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (watched == m_search || watched == m_list) {
            takeAndClose();
            return true;
        }
    } else if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

/// The highlighted row counts, unless Space or the mouse has just said otherwise.
void ChoicePopup::takeAndClose()
{
    const QModelIndex row = m_list->currentIndex();
    if (row.isValid() && !m_toggled)
        m_model->setData(row, Qt::Checked, Qt::CheckStateRole);
    hide();
}

void ChoicePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(Token::LineStrong));
    painter.setBrush(m_theme.color(Token::Base));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tlsrpt
