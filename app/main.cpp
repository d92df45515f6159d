// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments to objects, then a window or a command without one.
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/composition.h"
#include "translations/translations.h"
#include "ui/window/stallwatch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdlib>
#include <memory>
#include <optional>

using namespace tlsrpt;

namespace
{

struct Main {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

void nameApplication()
{
    QCoreApplication::setApplicationName(u"tlsrpt-viewer"_qs);
    QCoreApplication::setApplicationVersion(QStringLiteral(TLSRPT_VERSION));
    QGuiApplication::setDesktopFileName(u"tlsrpt-viewer"_qs);
}

/// A command draws its PDF without a display; whoever names a platform gets it.
int runHeadless(int &argc, char **argv, const QStringList &arguments)
{
    std::unique_ptr<QCoreApplication> application;
    if (needsGui(arguments)) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    installTranslations(*application, Settings().language());
    return console::finish(runCommand(arguments));
}

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    const auto set = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

void tellNoDisplay()
{
    console::err(Main::tr("There is no display to open a window on. These commands work without one: "
                          "import, summary, findings, fetch, mailbox, explain, check, rescue. Try \"tlsrpt-viewer --help\"."));
}

/// While the application is made: Qt aborts where it cannot reach the display, and advises to install it anew.
void onStartMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg) {
        console::err(message);
        return;
    }
    tellNoDisplay();
    std::_Exit(ExitUsage);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Main::tr("Reads SMTP TLS reports (RFC 8460), keeps them and says what they mean.\n\n"
                 "Without a window, with options of their own (see COMMAND --help):\n"
                 "  tlsrpt-viewer import PATH…      read reports into the archive\n"
                 "  tlsrpt-viewer summary           what they say, as text, JSON, PDF, HTML or CSV\n"
                 "  tlsrpt-viewer findings          what is wrong, since when, and what to do\n"
                 "  tlsrpt-viewer fetch             read the mailboxes' new reports into the archive\n"
                 "  tlsrpt-viewer mailbox           add, list, test and remove mailboxes\n"
                 "  tlsrpt-viewer explain TYPE      what a result type means and what to do\n"
                 "  tlsrpt-viewer check             whether the archive is sound\n"
                 "  tlsrpt-viewer rescue            what can be read of a damaged archive into a new one"));
    console::addArchiveOption(parser);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"PATH"_qs, Main::tr("Files and folders to import."),
                                 u"[PATH…]"_qs);
}

/// --help, --version and mistakes, none of which needs a display. Nothing: go on.
std::optional<int> answerWithoutWindow(const QCommandLineParser &parser, bool parsed)
{
    for (const QString &path : parser.positionalArguments()) {
        if (isCommand(path) && !parser.isSet(u"help"_qs) && !QFileInfo::exists(path))
            return console::usage(Main::tr("The command comes first: tlsrpt-viewer %1 …").arg(path));
    }
    if (!parsed)
        return console::usage(parser.errorText());
    if (parser.isSet(u"help"_qs)) {
        console::out(parser.helpText());
        return ExitDone;
    }
    if (parser.isSet(u"version"_qs)) {
        console::out(u"tlsrpt-viewer "_qs + QStringLiteral(TLSRPT_VERSION) + u'\n');
        return ExitDone;
    }
    for (const QString &path : parser.positionalArguments()) {
        if (!QFileInfo::exists(path))
            return console::fail(Error{Code::FileNotFound, path, {}, -1});
    }
    if (!hasDisplay()) {
        tellNoDisplay();
        return ExitUsage;
    }
    return std::nullopt;
}

QStringList decoded(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    const QStringList arguments = decoded(argc, argv);
    if (isCommand(arguments.value(1)))
        return runHeadless(argc, argv, arguments.mid(1));

    QCommandLineParser parser;
    QString archive;
    QStringList paths;
    {
        // Help and mistakes are told before anything asks for a display.
        QCoreApplication early(argc, argv);
        installTranslations(early, Settings().language());
        describe(parser);
        const bool parsed = parser.parse(arguments);
        if (const auto status = answerWithoutWindow(parser, parsed))
            return *status;
        archive = parser.value(u"archive"_qs);
        paths = parser.positionalArguments();
    }

    const QtMessageHandler usual = qInstallMessageHandler(onStartMessage);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    Settings settings;
    installTranslations(application, settings.language());
    Composition composition(application, settings, archive);
    if (!composition.open(paths))
        return ExitDone;
#ifndef QT_NO_DEBUG
    StallWatch watch;
    QObject::connect(&watch, &StallWatch::stalled, &watch, [](std::chrono::microseconds waited) {
        qWarning("the window did not answer for %lld ms", static_cast<long long>(waited.count() / 1000));
    });
#endif
    return QApplication::exec();
}
