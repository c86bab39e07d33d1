using System.Globalization;
using System.Net;
using System.Text;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Shares of clusters as stacked steps, and what fails below, as SVG with its own colours for light and dark.</summary>
internal static class SvgChart
{
    private const double Left = 56;
    private const double Right = 704;
    private const double Top = 44;
    private const double Bottom = 204;

    private static readonly string[] Colors = ["#2f6fc4", "#d98a1f", "#8a5cc2", "#2a9d78", "#c6577e", "#6f7f1e", "#3a9fb5", "#8a6a4c"];

    public static string Draw(PageView view, string service)
    {
        IReadOnlyList<SharePoint> points = new ShareHistory(view, service).Points;
        int[] serving = [.. Enumerable.Range(0, view.Clusters.Count).Where(c => points.Any(p => p.ByCluster[c] > 0))];
        double height = Bottom + 34 + (20 * (serving.Length + 1));
        StringBuilder svg = new();
        string title = $"{service}: share of each cluster over time";
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height:0}" width="720" height="{height:0}" role="img" aria-labelledby="t">""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{Text(title)}</title>\n");
        svg.Append("<style>text{font:13px system-ui,sans-serif;fill:#1b2330}.b{fill:#fff}.g{stroke:#d5dae2}.s{fill:#566072}.f{fill:none;stroke:#c02b2b;stroke-width:2}.o{stroke:#c02b2b;stroke-dasharray:4 3}@media(prefers-color-scheme:dark){text{fill:#e8ecf2}.b{fill:#1a2029}.g{stroke:#333c4a}.s{fill:#a3aebf}.f,.o{stroke:#ff7b72}}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"b\" width=\"720\" height=\"{height:0}\" rx=\"8\"/>\n<text x=\"16\" y=\"26\" font-weight=\"600\">{Text(title)}</text>\n");
        WriteAreas(svg, view, points, serving);
        WriteAxes(svg, view);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"f\" d=\"{Steps(view, points, p => p.FailureRatio)}\"/>\n");
        WriteLegend(svg, view, serving);
        return svg.Append("</svg>\n").ToString();
    }

    private static void WriteAreas(StringBuilder svg, PageView view, IReadOnlyList<SharePoint> points, int[] serving)
    {
        for (int i = serving.Length - 1; i >= 0; i--)
        {
            int[] below = serving[..(i + 1)];
            string path = Steps(view, points, p => below.Sum(p.ShareOf));
            svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{Colors[serving[i] % Colors.Length]}\" d=\"{path}V{Bottom}H{Left}Z\"/>\n");
        }
    }

    private static void WriteAxes(StringBuilder svg, PageView view)
    {
        foreach (double part in (double[])[0, 0.5, 1])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"g\" d=\"M{Left} {Y(part)}H{Right}\"/><text class=\"s\" x=\"{Left - 8}\" y=\"{Y(part) + 4}\" text-anchor=\"end\">{100 * part} %</text>\n");
        }

        for (int i = 0; i <= 4; i++)
        {
            TimeSpan time = view.Duration * (i / 4.0);
            string anchor = i == 0 ? "start" : i == 4 ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"s\" x=\"{X(view, time):0.#}\" y=\"{Bottom + 18}\" text-anchor=\"{anchor}\">{time.TotalSeconds:0.##} s</text>\n");
        }

        foreach (PageFault fault in view.Faults.Take(50))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"o\" d=\"M{X(view, fault.At):0.#} {Top - 6}V{Bottom}\"><title>{Text(fault.Text)}</title></path>\n");
        }
    }

    private static void WriteLegend(StringBuilder svg, PageView view, int[] serving)
    {
        double y = Bottom + 42;
        foreach (int cluster in serving)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{y - 10}\" width=\"11\" height=\"11\" rx=\"2\" fill=\"{Colors[cluster % Colors.Length]}\"/><text x=\"{Left + 18}\" y=\"{y}\">{Text(view.Clusters[cluster].Name)}</text>\n");
            y += 20;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"f\" d=\"M{Left} {y - 5}h11\"/><text x=\"{Left + 18}\" y=\"{y}\">part of the requests that fails</text>\n");
    }

    private static string Steps(PageView view, IReadOnlyList<SharePoint> points, Func<SharePoint, double> of)
    {
        StringBuilder path = new();
        string last = "";
        foreach (SharePoint point in points)
        {
            string y = Y(of(point)).ToString("0.#", CultureInfo.InvariantCulture);
            if (y != last)
            {
                path.Append(last.Length == 0 ? "M" : "H").Append(CultureInfo.InvariantCulture, $"{X(view, point.Start):0.#}").Append(last.Length == 0 ? " " : "V").Append(y);
                last = y;
            }
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{Right}").ToString();
    }

    private static double X(PageView view, TimeSpan time) => Left + ((Right - Left) * (view.Duration > TimeSpan.Zero ? time / view.Duration : 0));

    private static double Y(double part) => Bottom - ((Bottom - Top) * Math.Clamp(part, 0, 1));

    private static string Text(string text) => WebUtility.HtmlEncode(PlainText.Of(text));
}
