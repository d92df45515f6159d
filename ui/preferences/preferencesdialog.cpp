// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "core/store/archive.h"
#include "translations/translations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

namespace tlsrpt
{

/// In its own words: "Deutsch".
static QString languageName(const QString &code)
{
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code : name.left(1).toUpper() + name.mid(1);
}

static QLabel *note(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent)
    : QDialog(parent), m_settings(settings)
{
    setWindowTitle(tr("Preferences"));
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(buildGeneral(), tr("&General"));
    tabs->addTab(buildArchive(), tr("&Archive"));
    tabs->addTab(buildImport(), tr("&Limits"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *all = buttons->addButton(tr("All back to their defaults"), QDialogButtonBox::ResetRole);
    all->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tabs);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(all, &QPushButton::clicked, &m_settings, &Settings::resetToDefaults);
    connect(&m_settings, &Settings::changed, this, &PreferencesDialog::showAll);
    showAll();
    resize(620, sizeHint().height());
}

void PreferencesDialog::addRow(QGridLayout &grid, const QString &label, QWidget *editor,
                               const QString &standard, std::function<void()> show,
                               std::function<bool()> isDefault, std::function<void()> reset)
{
    const int row = grid.rowCount();
    QString plain = label;
    plain.remove(u'&');
    editor->setAccessibleName(plain);
    auto *name = new QLabel(label, this);
    name->setBuddy(editor);
    auto *back = new QToolButton(this);
    back->setText(tr("Default"));
    back->setToolTip(tr("Back to the default: %1").arg(standard));
    back->setAccessibleName(tr("%1: back to the default").arg(plain));
    grid.addWidget(name, row, 0);
    grid.addWidget(editor, row, 1);
    QLabel *told = note(tr("Default: %1").arg(standard), this);
    told->setWordWrap(false);
    grid.addWidget(told, row, 2);
    grid.addWidget(back, row, 3);
    connect(back, &QToolButton::clicked, this, reset);
    m_rows.push_back({back, std::move(show), std::move(isDefault)});
}

static QWidget *makeTab(QGridLayout *&grid)
{
    auto *tab = new QWidget;
    grid = new QGridLayout(tab);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(1, 190);
    return tab;
}

static void fillUp(QGridLayout *grid)
{
    grid->setRowStretch(grid->rowCount(), 1);
}

QWidget *PreferencesDialog::buildGeneral()
{
    QGridLayout *grid = nullptr;
    QWidget *tab = makeTab(grid);
    Settings *s = &m_settings;

    auto *looks = new QComboBox(this);
    looks->addItem(tr("Like the desktop"), static_cast<int>(Appearance::System));
    looks->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    looks->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    connect(looks, &QComboBox::activated, this, [s, looks] {
        s->setAppearance(static_cast<Appearance>(looks->currentData().toInt()));
    });
    addRow(*grid, tr("A&ppearance"), looks, tr("like the desktop"),
           [s, looks] { looks->setCurrentIndex(looks->findData(static_cast<int>(s->appearance()))); },
           [s] { return s->appearance() == Appearance::System; },
           [s] { s->setAppearance(Appearance::System); });

    auto *language = new QComboBox(this);
    language->addItem(tr("The system's"), QString());
    for (const QString &code : availableLanguages())
        language->addItem(languageName(code), code);
    connect(language, &QComboBox::activated, this,
            [s, language] { s->setLanguage(language->currentData().toString()); });
    addRow(*grid, tr("La&nguage, from the next start"), language, tr("the system's"),
           [s, language] { language->setCurrentIndex(qMax(0, language->findData(s->language()))); },
           [s] { return s->language().isEmpty(); }, [s] { s->setLanguage({}); });

    const bool letter = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    auto *paper = new QComboBox(this);
    paper->addItem(tr("A4"), false);
    paper->addItem(tr("US Letter"), true);
    connect(paper, &QComboBox::activated, this,
            [s, paper] { s->setLetterPaper(paper->currentData().toBool()); });
    addRow(*grid, tr("Paper of su&mmaries"), paper, letter ? tr("US Letter") : tr("A4"),
           [s, paper] { paper->setCurrentIndex(s->letterPaper() ? 1 : 0); },
           [s, letter] { return s->letterPaper() == letter; }, [s, letter] { s->setLetterPaper(letter); });

    addNotifications(*grid);
    fillUp(grid);
    return tab;
}

void PreferencesDialog::addNotifications(QGridLayout &grid)
{
    Settings *s = &m_settings;
    auto *notify = new QCheckBox(tr("Mark the window in the task bar"), this);
    connect(notify, &QCheckBox::clicked, s, &Settings::setNotifyAfterImport);
    addRow(grid, tr("&When an import ends"), notify, tr("on"),
           [s, notify] { notify->setChecked(s->notifyAfterImport()); },
           [s] { return s->notifyAfterImport(); }, [s] { s->setNotifyAfterImport(true); });

    auto *findings = new QCheckBox(tr("Show a desktop notification"), this);
    connect(findings, &QCheckBox::clicked, s, &Settings::setNotifyAboutFindings);
    addRow(grid, tr("When a new &serious problem is found"), findings, tr("on"),
           [s, findings] { findings->setChecked(s->notifyAboutFindings()); },
           [s] { return s->notifyAboutFindings(); }, [s] { s->setNotifyAboutFindings(true); });
}

QWidget *PreferencesDialog::buildArchive()
{
    QGridLayout *grid = nullptr;
    QWidget *tab = makeTab(grid);
    Settings *s = &m_settings;
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    auto *path = new QLineEdit(place);
    path->setReadOnly(true);
    path->setAccessibleName(tr("Archive file"));
    auto *choose = new QPushButton(tr("Choose…"), place);
    choose->setAutoDefault(false);
    row->addWidget(path, 1);
    row->addWidget(choose);
    place->setFocusProxy(path); // the first: Tab skips what stands before a proxy
    connect(choose, &QPushButton::clicked, this, &PreferencesDialog::chooseArchive);
    addRow(*grid, tr("Archive &file"), place, tr("in your data folder"),
           [s, path] {
               const QString file = s->archivePath().isEmpty() ? defaultArchivePath() : s->archivePath();
               path->setText(QDir::toNativeSeparators(file));
               path->setToolTip(path->text().toHtmlEscaped());
           },
           [s] { return s->archivePath().isEmpty(); }, [s] { s->setArchivePath({}); });
    grid->addWidget(note(tr("One file that holds all reports and their original bytes. Choosing another one "
                            "opens it and leaves this one where it is. Watched folders belong to the archive; "
                            "they are on the screen Sources."), this),
                    grid->rowCount(), 0, 1, 4);
    fillUp(grid);
    return tab;
}

void PreferencesDialog::chooseArchive()
{
    auto *dialog = new QFileDialog(this, tr("Archive file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // an existing archive is opened
    dialog->setNameFilters({tr("Archives (*.sqlite *.db)"), tr("All files (*)")});
    dialog->setDefaultSuffix(u"sqlite"_qs);
    connect(dialog, &QFileDialog::fileSelected, this, &PreferencesDialog::archiveChosen);
    dialog->open();
}

void PreferencesDialog::addLimit(QGridLayout &grid, const QString &label, const QString &unit, qint64 scale,
                                 qint64 smallest, qint64 largest, std::function<qint64(const Limits &)> get,
                                 std::function<void(Limits &, qint64)> set)
{
    auto *spin = new QSpinBox(this);
    spin->setRange(static_cast<int>(smallest), static_cast<int>(largest));
    spin->setGroupSeparatorShown(true);
    spin->setSuffix(unit.isEmpty() ? QString() : u' ' + unit);
    spin->setKeyboardTracking(false);
    Settings *s = &m_settings;
    const auto store = [s, set, scale](qint64 value) {
        Limits limits = s->limits();
        set(limits, value * scale);
        s->setLimits(limits);
    };
    connect(spin, &QSpinBox::valueChanged, this, [this, store](int value) {
        if (!m_showing)
            store(value);
    });
    const qint64 standard = get(Limits{}) / scale;
    const QString shown = unit.isEmpty() ? QLocale().toString(standard)
                                         : QLocale().toString(standard) + u' ' + unit;
    addRow(grid, label, spin, shown,
           [s, spin, get, scale] { spin->setValue(static_cast<int>(get(s->limits()) / scale)); },
           [s, get] { return get(s->limits()) == get(Limits{}); }, [store, standard] { store(standard); });
}

QWidget *PreferencesDialog::buildImport()
{
    QGridLayout *grid = nullptr;
    QWidget *tab = makeTab(grid);
    grid->addWidget(note(tr("Files come from strangers. What crosses one of these limits is rejected with its "
                            "reason, and everything beside it is read."), this),
                    0, 0, 1, 4);
    constexpr qint64 mega = 1024 * 1024;
    const QString mb = tr("MB");
    addLimit(*grid, tr("Size of a &report, unpacked"), mb, mega, 1, 1024,
             [](const Limits &l) { return l.documentBytes; },
             [](Limits &l, qint64 v) { l.documentBytes = v; });
    addLimit(*grid, tr("&Times it may grow by unpacking"), {}, 1, 2, 10000,
             [](const Limits &l) { return l.ratio; }, [](Limits &l, qint64 v) { l.ratio = v; });
    addLimit(*grid, tr("… looked at &beyond"), mb, mega, 1, 1024,
             [](const Limits &l) { return l.ratioFloorBytes; },
             [](Limits &l, qint64 v) { l.ratioFloorBytes = v; });
    addLimit(*grid, tr("&Members of one file"), {}, 1, 1, 10'000'000,
             [](const Limits &l) { return qint64(l.members); },
             [](Limits &l, qint64 v) { l.members = static_cast<int>(v); });
    addLimit(*grid, tr("Size of a file, &unpacked"), mb, mega, 1, 1024 * 1024,
             [](const Limits &l) { return l.inputBytes; }, [](Limits &l, qint64 v) { l.inputBytes = v; });
    addLimit(*grid, tr("&Containers inside containers"), {}, 1, 1, 64,
             [](const Limits &l) { return qint64(l.nesting); },
             [](Limits &l, qint64 v) { l.nesting = static_cast<int>(v); });
    addLimit(*grid, tr("&Failure details of a report"), {}, 1, 1, 10'000'000,
             [](const Limits &l) { return qint64(l.failureDetails); },
             [](Limits &l, qint64 v) { l.failureDetails = static_cast<int>(v); });
    addLimit(*grid, tr("Memory for reading, all &together"), mb, mega, 32, 4096,
             [](const Limits &l) { return l.bytesInFlight; },
             [](Limits &l, qint64 v) { l.bytesInFlight = v; });
    fillUp(grid);
    return tab;
}

void PreferencesDialog::showAll()
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    for (const Row &row : m_rows) {
        row.show();
        row.reset->setEnabled(!row.isDefault());
    }
}

} // namespace tlsrpt
