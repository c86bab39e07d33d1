using System.Globalization;

namespace Mesh.Sdk.Analysis.Upgrade.Steps;

/// <summary><c>consecutiveErrors</c> counted gateway errors until 1.7 and nothing since.</summary>
/// <remarks>Source: Istio, PR 24087, first released in 1.7.0.</remarks>
internal sealed class ConsecutiveErrors : IUpgradeStep
{
    private static readonly string[] Successors = ["consecutiveGatewayErrors", "consecutive5xxErrors"];

    public void Apply(UpgradedObject upgraded)
    {
        foreach (string detection in TrafficPolicies.BlocksOf(upgraded, "outlierDetection"))
        {
            string old = $"{detection}.consecutiveErrors";
            if (upgraded.Find(old)?.Number is not { } text || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long errors) || errors <= 0)
            {
                continue;
            }

            upgraded.Cut(old);
            if (Array.Find(Successors, s => upgraded.Find($"{detection}.{s}") is not null) is { } successor)
            {
                upgraded.Report(UpgradeDiagnostics.BothForms, old, "consecutiveErrors", errors, successor);
            }
            else
            {
                Write(upgraded, detection, errors);
            }
        }
    }

    private static void Write(UpgradedObject upgraded, string detection, long errors)
    {
        if (upgraded.Options.ConsecutiveErrors == ConsecutiveErrorsMeaning.CountEvery5xx)
        {
            upgraded.Put($"{detection}.consecutive5xxErrors", errors);
            upgraded.Report(UpgradeDiagnostics.ConsecutiveErrorsAs5xx, $"{detection}.consecutiveErrors", errors);
            return;
        }

        upgraded.Put($"{detection}.consecutiveGatewayErrors", errors);
        upgraded.Put($"{detection}.consecutive5xxErrors", 0);
        upgraded.Report(UpgradeDiagnostics.ConsecutiveErrors, $"{detection}.consecutiveErrors", errors);
    }
}
