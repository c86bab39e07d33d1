namespace Mesh.Sdk.Simulation.Engine;

/// <summary>
/// Expected values of a request with its retries. Hosts that behave alike form a class, and the tries are followed class by class: a retry
/// picks again up to five times if it meets a host that was tried (<c>host_selection_retry_max_attempts</c>).
/// </summary>
internal sealed class RetryCalculator
{
    private const double Negligible = 1e-10;
    private const int MostBranches = 20_000;

    private readonly Flow _flow;
    private readonly RouteSettings _route;
    private readonly double _permitted;
    private readonly RetryTally _tally;

    private RetryCalculator(Flow flow, double permitted) => (_flow, _route, _permitted, _tally) = (flow, flow.Route, permitted, new(flow));

    /// <summary>Computes the outcome of the requests of a flow that are sent.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="permitted">Which part of the retries the limits let happen, 0 to 1.</param>
    public static RequestOutcome Compute(Flow flow, double permitted)
    {
        RetryCalculator calculator = new(flow, permitted);
        if (flow.Hosts.Length == 0)
        {
            calculator._tally.Failures[(int)FailureCause.NoHealthyHost] = 1;
        }
        else if (calculator.CanFollow())
        {
            calculator.Try(flow.Route.Retries, new(1, 0, 0, 0));
        }
        else
        {
            IndependentTries.Add(calculator._tally, flow.Route, permitted);
        }

        return calculator._tally.ToOutcome(flow);
    }

    private bool CanFollow()
    {
        int failing = _tally.Classes.Count(c => (c.Share > 0 || _route.RetriesRemoteLocalities) && !c.Outcome.IsFine);
        return Math.Pow(2 * failing, _route.Retries) <= MostBranches;
    }

    private void Try(int retries, Path path)
    {
        int number = _route.Retries - retries;
        if (_route.RetriesRemoteLocalities && number > 0 && number % RouteSettings.RemoteRetryFrequency == 0)
        {
            path = path with { Left = path.Tried };
        }

        double[] shares = _route.RetriesRemoteLocalities ? FlowHosts.SharesWithout(_flow, path.Left) : [];
        double ShareOf(HostClass c) => shares.Length > 0 ? shares[c.Index] : c.Share;

        double triedShare = 0;
        double all = 0;
        foreach (HostClass c in _tally.Classes)
        {
            triedShare += c.Tried * ShareOf(c);
            all += c.Count * ShareOf(c);
        }

        double again = Math.Pow(triedShare, RouteSettings.HostSelectionAttempts);
        double fresh = triedShare >= 1 - 1e-12 ? 0 : (1 - (again * triedShare)) / (1 - triedShare);
        _tally.Failures[(int)FailureCause.NoHealthyHost] += path.Mass * (all < 1 - 1e-9 ? 1 - all : 0) * fresh;
        foreach (HostClass c in _tally.Classes)
        {
            Land(c, path with { Mass = path.Mass * (c.Count - c.Tried) * ShareOf(c) * fresh }, retries, isTried: false);
            Land(c, path with { Mass = path.Mass * c.Tried * ShareOf(c) * again }, retries, isTried: true);
        }
    }

    private void Land(HostClass c, Path path, int retries, bool isTried)
    {
        if (path.Mass <= 0)
        {
            return;
        }

        TryOutcome outcome = c.Outcome;
        bool isRetry = retries < _route.Retries;
        c.Tries += path.Mass;
        _tally.Tries += path.Mass;
        double ok = path.Mass * outcome.Ok;
        _tally.Ok += ok;
        c.Ok += ok;
        _tally.LatencySeconds += ok * (path.Elapsed + outcome.LatencySeconds);
        _tally.RetrySeconds += isRetry ? ok * outcome.LatencySeconds : 0;
        c.Tried += isTried ? 0 : 1;
        path = path with { Tried = path.Tried | (1 << c.Priority) };
        Fail(FailureCause.ConnectFailure, outcome.Refused, _route.RetriesConnectFailures, 0);
        Fail(FailureCause.ConnectFailure, outcome.Unreachable, _route.RetriesConnectFailures, _route.ConnectTimeoutSeconds);
        Fail(FailureCause.Timeout, outcome.TimedOut, _route.RetriesTimeouts, _route.AnswerLimitSeconds);
        Fail(FailureCause.ErrorAnswer, outcome.Error, _route.RetriesStatus(outcome.ErrorStatus), outcome.LatencySeconds);
        Fail(FailureCause.Overload, outcome.Overload, _route.RetriesStatus(503), outcome.LatencySeconds);
        c.Tried -= isTried ? 0 : 1;

        void Fail(FailureCause cause, double part, bool isRetriable, double seconds)
        {
            if (part > 0)
            {
                double mass = path.Mass * part;
                _tally.RetrySeconds += isRetry ? mass * seconds : 0;
                GoOn(c, cause, path with { Mass = mass, Elapsed = path.Elapsed + seconds }, isRetriable ? retries : 0);
            }
        }
    }

    private void GoOn(HostClass c, FailureCause cause, Path path, int retries)
    {
        bool isOver = path.Elapsed >= _route.TimeoutSeconds;
        double again = retries > 0 && !isOver && path.Mass > Negligible ? path.Mass * _permitted : 0;
        if (again > 0)
        {
            Try(retries - 1, path with { Mass = again });
        }

        double ends = path.Mass - again;
        _tally.Failures[(int)(isOver ? FailureCause.Timeout : cause)] += ends;
        c.Failed += ends;
        _tally.LatencySeconds += ends * Math.Min(path.Elapsed, _route.TimeoutSeconds);
    }

    /// <summary>How far some of the requests have come.</summary>
    /// <param name="Mass">Which part of the requests.</param>
    /// <param name="Elapsed">Seconds since they began.</param>
    /// <param name="Tried">The priorities that were tried, as bits.</param>
    /// <param name="Left">The priorities that are left out from now on.</param>
    private readonly record struct Path(double Mass, double Elapsed, int Tried, int Left);
}
