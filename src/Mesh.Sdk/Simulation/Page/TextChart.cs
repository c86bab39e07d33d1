using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Who serves, over time, as lines of text: a bar of the clusters' shares, the failures, and what happened then.</summary>
internal static class TextChart
{
    private const int BarWidth = 32;
    private const int MaxRows = 40;
    private const char Nowhere = '×';
    private const string Fills = "█░▓▒■□◆◇●○▲△";

    public static string Draw(PageView view, string? service)
    {
        ShareHistory history = new(view, service);
        IReadOnlyList<SharePoint> points = history.Points;
        int[] serving = [.. Enumerable.Range(0, view.Clusters.Count).Where(c => points.Any(p => p.ByCluster[c] > 0))];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{(service is null ? "All services" : PlainText.Of(service))} of mesh {PlainText.Of(view.Mesh)}: where the requests go\n");
        foreach (int cluster in serving)
        {
            PageCluster shown = view.Clusters[cluster];
            text.Append(CultureInfo.InvariantCulture, $"  {Fill(serving, cluster)} {PlainText.Of(shown.Name)}  {PlainText.Of(shown.Region)}\n");
        }

        text.Append(points.Any(p => p.Requests - p.Answered > 1e-6) ? $"  {Nowhere} no cluster reached\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"\n{"time",9}  {"share",-BarWidth}  {"req/s",8}  {"fail/s",8}\n");
        TimeSpan[] rows = [.. RowsOf(view, points)];
        for (int i = 0; i < rows.Length; i++)
        {
            SharePoint point = history.At(rows[i]);
            TimeSpan end = i + 1 < rows.Length ? rows[i + 1] : TimeSpan.MaxValue;
            text.Append(CultureInfo.InvariantCulture, $"{rows[i].TotalSeconds,7:0.##} s  {Bar(point, serving),-BarWidth}  {point.Requests,8:0.#}  {point.Failures,8:0.#}{Note(view, rows[i], end)}\n");
        }

        return text.ToString();
    }

    // Where something changes, and evenly in between; faults before the rest if there are too many.
    private static IEnumerable<TimeSpan> RowsOf(PageView view, IReadOnlyList<SharePoint> points)
    {
        IEnumerable<TimeSpan> faults = view.Events.Where(IsNoted).Select(e => e.At);
        IEnumerable<TimeSpan> changes = points.Where((point, i) => i > 0 && Differ(points[i - 1], point)).Select(p => p.Start);
        IEnumerable<TimeSpan> even = Enumerable.Range(0, 13).Select(i => TimeSpan.FromSeconds(Math.Round(i * view.Duration.TotalSeconds / 12)));
        return faults.Concat(even).Concat(changes).Where(t => t <= view.Duration).Distinct().Take(MaxRows).Order();
    }

    private static bool Differ(SharePoint before, SharePoint after) =>
        Math.Abs(before.FailureRatio - after.FailureRatio) > 0.01 || Enumerable.Range(0, after.ByCluster.Length).Any(c => Math.Abs(before.ShareOf(c) - after.ShareOf(c)) > 0.01);

    // Each cluster gets its part of the width; what rounding leaves over goes to the largest remainders.
    private static string Bar(SharePoint point, int[] serving)
    {
        if (point.Requests <= 0)
        {
            return "";
        }

        double[] parts = [.. point.ByCluster.Append(Math.Max(0, point.Requests - point.Answered)).Select(rate => BarWidth * rate / Math.Max(point.Requests, point.Answered))];
        int[] widths = [.. parts.Select(part => (int)Math.Floor(part + 1e-9))];
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => parts[i] - widths[i]).Take(BarWidth - widths.Sum()))
        {
            widths[i]++;
        }

        return string.Concat(widths.Select((width, i) => new string(i < point.ByCluster.Length ? Fill(serving, i) : Nowhere, width)));
    }

    private static string Note(PageView view, TimeSpan start, TimeSpan end)
    {
        string[] messages = [.. view.Events.Where(e => IsNoted(e) && e.At >= start && e.At < end).Select(e => PlainText.Of(e.Message).TrimEnd('.'))];
        return messages.Length switch
        {
            0 => "",
            1 => $"  < {messages[0]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"  < {messages[0]} (and {messages.Length - 1} more)"),
        };
    }

    private static bool IsNoted(SimulationEvent one) => one.Kind is SimulationEventKind.Fault or SimulationEventKind.Recovery;

    private static char Fill(int[] serving, int cluster) => Fills[Math.Max(0, Array.IndexOf(serving, cluster)) % Fills.Length];
}
