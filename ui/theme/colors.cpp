// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"

#include <array>
#include <cmath>

namespace tlsrpt
{

namespace
{
struct Pair {
    QRgb light;
    QRgb dark;
};

// In the order of Token.
constexpr std::array<Pair, tokenCount> tokens{{
    {0xFFF3F5F6, 0xFF1C2126}, // Window
    {0xFFFFFFFF, 0xFF15191D}, // Base
    {0xFFF8F9FA, 0xFF191E23}, // Alternate
    {0xFFEDF0F2, 0xFF252B31}, // Hover
    {0xFFE1E5E9, 0xFF2A3138}, // Line
    {0xFFC3CAD1, 0xFF414A53}, // LineStrong
    {0xFF1B1F24, 0xFFE8EAED}, // Text
    {0xFF59616B, 0xFFA3ABB5}, // Text2
    {0xFFE6F3F4, 0xFF1E3A40}, // Selection
    {0xFF17788A, 0xFF4FB7C5}, // Accent
    {0xFFFFFFFF, 0xFF0E1518}, // OnAccent
    {0xFF12707F, 0xFF6CC7D3}, // Link
    {0xFF2A8595, 0xFF3F9CAB}, // ProtectedMark
    {0xFF12707F, 0xFF6CC7D3}, // ProtectedText
    {0xFFC2410C, 0xFFF2814B}, // Failed
    {0xFFFCEFE8, 0xFF35211A}, // FailedSoft
    {0xFFB97700, 0xFFE8B04A}, // AttentionMark
    {0xFF8A5A00, 0xFFE8B04A}, // AttentionText
    {0xFFFDF4DF, 0xFF2E2718}, // AttentionSoft
    {0xFF8B959F, 0xFF6B757F}, // NoPolicy
    {0xFFB3BBC3, 0xFF4A535C}, // Hatch
    {0xFF22272D, 0xFFE8EAED}, // Tooltip
    {0xFFF3F5F6, 0xFF15191D}, // TooltipText
}};

// In the order of CauseGroup. Okabe-Ito hues, moved until each has 3:1 on base and any two stay
// apart for protan, deutan and tritan readers.
constexpr std::array<Pair, causeGroupCount> causes{{
    {0xFFE8690B, 0xFFEFAD29}, // CertificateExpired
    {0xFFB84C8F, 0xFFC970B6}, // CertificateName
    {0xFF432065, 0xFFAE97F1}, // CertificateTrust
    {0xFF7A231B, 0xFFF3EA7A}, // NoEncryption
    {0xFF0A4EC1, 0xFF3B78F2}, // HostNotInPolicy
    {0xFF0990E6, 0xFF8CD3EC}, // Dane
    {0xFF257C51, 0xFF35946C}, // PolicyFetch
    {0xFF747B76, 0xFF9A9F98}, // Other
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}
} // namespace

QColor tokenColor(Token token, bool dark)
{
    const Pair &pair = tokens[static_cast<size_t>(token)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor causeGroupColor(CauseGroup group, bool dark)
{
    const Pair &pair = causes[static_cast<size_t>(group)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor blend(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()),
                            mix(a.blueF(), b.blueF()));
}

QColor readable(QColor color, const QColor &ground, double ratio)
{
    const QColor target = luminance(ground) < 0.18 ? QColor(Qt::white) : QColor(Qt::black);
    for (int step = 0; step < 20 && contrast(color, ground) < ratio; ++step)
        color = blend(color, target, 0.12);
    return color;
}

} // namespace tlsrpt
