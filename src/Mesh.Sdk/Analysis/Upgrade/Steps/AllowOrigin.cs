using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary>The origins of a CORS policy were plain texts.</summary>
internal sealed class AllowOrigin : IUpgradeStep
{
    public void Apply(UpgradedObject upgraded)
    {
        foreach (string route in HttpRoutes.Of(upgraded))
        {
            string policy = $"{route}.corsPolicy";
            string old = $"{policy}.allowOrigin";
            if (upgraded.Find(old) is not { Kind: UntypedKind.List } origins || origins.Items.Any(i => i.Text is null))
            {
                continue;
            }

            upgraded.Cut(old);
            if (upgraded.Find($"{policy}.allowOrigins") is { Kind: not UntypedKind.Null })
            {
                upgraded.Report(UpgradeDiagnostics.BothForms, old, "allowOrigin", string.Join(", ", origins.Items.Select(i => i.Text)), "allowOrigins");
                continue;
            }

            UntypedValue[] exact = [.. origins.Items.Select(i => UntypedValue.From(new UntypedFields([new("exact", i)])))];
            upgraded.Put($"{policy}.allowOrigins", UntypedValue.From(exact.ToEquatableList()));
            upgraded.Report(UpgradeDiagnostics.AllowOrigin, old, exact.Length);
        }
    }
}
