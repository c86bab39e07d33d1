using System.Globalization;
using Mesh.Sdk.Apply.Formats;

namespace Mesh.Sdk.Attachment.Formats;

/// <summary>A status for people, column by column as Backyards printed it.</summary>
internal static class StatusTable
{
    private const string Gap = "  ";

    public static string Of(MeshStatus status, bool isWide)
    {
        (string Title, Func<ClusterStatus, string> Cell)[] columns =
        [
            ("Name", c => c.Name),
            ("Type", c => c.Type.ToString()),
            ("Status", c => c.Status.ToString()),
            ("Gateway Address", c => $"[{string.Join(' ', c.GatewayAddresses)}]"),
            ("Istio Control Plane", c => c.ControlPlane ?? "-"),
            .. isWide ? Wide : [],
            ("Message", c => ApplyWords.OneLine(c.Message)),
        ];
        string[][] rows = [[.. columns.Select(c => c.Title)], .. status.Clusters.Select(c => columns.Select(column => column.Cell(c)).ToArray())];
        int[] widths = [.. columns.Select((_, i) => rows.Max(r => r[i].Length))];
        return string.Concat(rows.Select(r => string.Join(Gap, r.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd() + "\n"));
    }

    private static (string, Func<ClusterStatus, string>)[] Wide =>
    [
        ("Kubernetes", c => c.KubernetesVersion ?? "-"),
        ("Istio", c => c.IstioVersion ?? "-"),
        ("Remote Secret", c => c.RemoteSecret == RemoteSecretState.NotNeeded ? "-" : c.RemoteSecret.ToString()),
        ("Token Expires", c => c.TokenExpiresAt?.ToString("u", CultureInfo.InvariantCulture) ?? "-"),
    ];
}
