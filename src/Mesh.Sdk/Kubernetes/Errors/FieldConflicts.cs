using System.Text.RegularExpressions;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Errors;

/// <summary>Reads the owners of fields from the causes of a conflict, where the server writes them as a sentence.</summary>
internal static partial class FieldConflicts
{
    private const string CauseReason = "FieldManagerConflict";

    public static EquatableList<FieldOwnerConflict> In(KubernetesStatus status) =>
        status.Causes
            .Where(c => c.Reason == CauseReason)
            .Select(c => new FieldOwnerConflict(Owner().Match(c.Message) is { Success: true } m ? Regex.Unescape(m.Groups[1].Value) : "", c.Field))
            .ToEquatableList();

    // conflict with "kubectl" with subresource "status" using apps/v1 at 2026-01-01T00:00:00Z
    [GeneratedRegex("""^conflict with "((?:[^"\\]|\\.)*)["]""", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
