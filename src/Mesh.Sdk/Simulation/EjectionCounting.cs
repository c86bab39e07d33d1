namespace Mesh.Sdk.Simulation;

/// <summary>How the limit on ejections is counted.</summary>
public enum EjectionCounting
{
    /// <summary>An ejection is allowed if the limit holds with it: <c>100 * (ejected + 1) / hosts &lt;= max</c>. Envoy 1.27 and later, Istio 1.19 and later.</summary>
    WithNext,

    /// <summary>The first is always allowed, more while the limit is not reached: <c>100 * ejected / hosts &lt; max</c>. Envoy before 1.27.</summary>
    FirstAlways,
}
