using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>Moves a value to the field that took the place of its old one.</summary>
internal static class FieldMove
{
    /// <summary>Moves the value if there is one; the new field counts if both are there.</summary>
    /// <param name="upgraded">The object.</param>
    /// <param name="parent">Path of the map with the old field.</param>
    /// <param name="from">Name of the old field.</param>
    /// <param name="to">Path of the new field in the map.</param>
    /// <param name="descriptor">What is reported, with the value as its last argument.</param>
    /// <param name="arguments">Its first arguments.</param>
    public static void Apply(UpgradedObject upgraded, string parent, string from, string to, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        string old = $"{parent}.{from}";
        if (upgraded.Find(old) is not { Kind: UntypedKind.Number or UntypedKind.String } value)
        {
            return;
        }

        string text = value.Text ?? value.Number!;
        upgraded.Cut(old);
        string successor = to.Split('.')[0];
        if (upgraded.Find($"{parent}.{successor}") is { Kind: not UntypedKind.Null })
        {
            upgraded.Report(UpgradeDiagnostics.BothForms, old, from, text, successor);
            return;
        }

        upgraded.Put($"{parent}.{to}", value);
        upgraded.Report(descriptor, old, [.. arguments, text]);
    }
}
