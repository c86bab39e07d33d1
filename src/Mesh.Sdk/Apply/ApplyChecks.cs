using Mesh.Sdk.Apply.Formats;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>What no applier accepts, wherever it applies to.</summary>
public static class ApplyChecks
{
    /// <summary>Tells what is wrong with an object that no server would take and that no file name may be made of.</summary>
    /// <returns>The finding, MESH4001 or MESH4002; <see langword="null"/> if there is none.</returns>
    public static Diagnostic? Find(ResourceKey key)
    {
        if (key.Name.Length == 0)
        {
            return About(key, ApplyDiagnostics.NoName.At("metadata.name", key.Kind));
        }

        return !IsSegment(key.Name) ? About(key, ApplyDiagnostics.BadName.At("metadata.name", "name", ApplyWords.OneLine(key.Name)))
            : key.Namespace.Length > 0 && !IsSegment(key.Namespace) ? About(key, ApplyDiagnostics.BadName.At("metadata.namespace", "namespace", ApplyWords.OneLine(key.Namespace)))
            : null;
    }

    internal static Diagnostic About(ResourceKey key, Diagnostic diagnostic) => diagnostic with { Object = key.ToString() };

    // k8s.io/apimachinery, pkg/api/validation/path; control characters are in no Kubernetes name either.
    private static bool IsSegment(string name) =>
        name is not ("." or "..") && !name.AsSpan().ContainsAny('/', '%', '\\') && !name.Any(char.IsControl);
}
