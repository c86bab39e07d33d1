using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A service account is given by its name, with or without namespace.</summary>
internal sealed class ServiceAccountIsName : Rule<PolicyValues>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2657",
        DiagnosticSeverity.Error,
        "'{0}' is not a service account: it is given as namespace/name or as name, and '*' stands for nothing.",
        "Give the name of one service account, or use 'principals' for patterns.");

    public override void Check(PolicyValues value, Place place)
    {
        for (int i = 0; i < value.Values.Count; i++)
        {
            string account = value.Values[i] ?? "";
            if (value.IsServiceAccounts && account.Length > 0 && !IsName(account))
            {
                place.Item(i).Report(Descriptor, account);
            }
        }
    }

    private static bool IsName(string account)
    {
        string[] parts = account.Split('/');
        return parts.Length <= 2 && parts.All(p => p.Length > 0 && !p.Contains('*', StringComparison.Ordinal));
    }
}
