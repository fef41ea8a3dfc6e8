// From a new partner to its statement, with the client that OpenAPI Generator made from the served document.
package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"kontor"
)

const product = "endpoint-advanced"
const patience = time.Minute

// caller is somebody with a token, and the client that carries it.
type caller struct {
	*kontor.APIClient
	who context.Context
}

func withToken(token string) caller {
	settings := kontor.NewConfiguration()
	settings.Servers = kontor.ServerConfigurations{{URL: os.Getenv("KONTOR_URL")}}
	settings.DefaultHeader = map[string]string{"Authorization": "Bearer " + token}
	return caller{kontor.NewAPIClient(settings), context.Background()}
}

func client(words ...string) caller {
	return withToken(script("token", words...))
}

// script answers the last line that a script of the suite prints.
func script(name string, words ...string) string {
	command := exec.Command(os.Getenv("KONTOR_DEPLOY")+"/"+name, words...)
	command.Stderr = os.Stderr
	printed, err := command.Output()
	if err != nil {
		stop(name, err)
	}
	lines := bytes.Split(bytes.TrimSpace(printed), []byte("\n"))
	return string(lines[len(lines)-1])
}

func stop(what string, err error) {
	if refused, ok := err.(*kontor.GenericOpenAPIError); ok {
		fmt.Fprintln(os.Stderr, string(refused.Body()))
	}
	fmt.Fprintln(os.Stderr, what, err)
	os.Exit(1)
}

func require(holds bool, what string) {
	if !holds {
		fmt.Fprintln(os.Stderr, "It does not hold that", what)
		os.Exit(1)
	}
}

// answered is what a call answered; a refusal ends the walk.
func answered[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		stop("refused:", err)
	}
	return answer
}

func contact() kontor.Contact {
	address := kontor.NewAddress([]string{"Torstraße 1"}, "DE")
	address.SetCity("Berlin")
	address.SetPostalCode("10115")
	return *kontor.NewContact("Petra", "Krüger", "petra.krueger@example.com", "+493012345678", *address)
}

func main() {
	operator := client("vendor-operator")
	partner := answered(operator.PartnersAPI.CreatePartner(operator.who).PartnerInput(
		*kontor.NewPartnerInput("Generated Go", []string{"msp-flex"}, contact(), "DE", "EUR", "de")).Execute())
	admin := client("partner-super-admin", "--partner", partner.Id)

	trial := answered(admin.CustomersAPI.CreateCustomer(admin.who).IdempotencyKey("go-"+partner.Id).CreateCustomer(
		*kontor.NewCreateCustomer("Bäckerei Müller", "DE", "trial", contact(), []string{product})).Execute())
	require(trial.PartnerAssistance.State == kontor.CONSENTSTATE_ON, "a trial begins with consent")
	licenses := answered(admin.LicensesAPI.ListLicensesOfCustomer(admin.who, trial.Id).Execute())
	require(len(licenses.Items) == 1 && licenses.Items[0].Type == kontor.LICENSETYPE_TRIAL, "a trial has its licence")

	launch := answered(admin.LaunchesAPI.LaunchCustomer(admin.who, trial.Id).Execute())
	address, err := url.Parse(launch.LaunchUrl)
	require(err == nil, "the launch has an address")
	token := answered(admin.LaunchesAPI.ExchangeLaunchCode(admin.who).LaunchSessionInput(
		*kontor.NewLaunchSessionInput(address.Query().Get("code"))).Execute())
	session := withToken(token.AccessToken)
	require(answered(session.CallersAPI.WhoAmI(session.who).Execute()).GetCustomerId() == trial.Id, "the session is the account's")
	answered(session.DashboardsAndReportsAPI.ListDashboards(session.who, trial.Id).Execute())

	customer := client("customer-admin", "--customer", trial.Id)
	answered(customer.PartnerAssistanceAPI.PutPartnerAssistance(customer.who, trial.Id).PartnerAssistanceInput(
		*kontor.NewPartnerAssistanceInput(kontor.CONSENTSTATE_OFF)).Execute())
	_, _, err = admin.DashboardsAndReportsAPI.ListDashboards(admin.who, trial.Id).Execute()
	refused, ok := err.(*kontor.GenericOpenAPIError)
	require(ok, "the call was refused")
	problem, ok := refused.Model().(kontor.Problem)
	require(ok && problem.Status == 403 && problem.Code == "partner-assistance-off", "consent is gone")

	wanted := kontor.NewCreateCustomer("Spedition Weiß", "DE", "monthly", contact(), []string{product})
	wanted.SetAcceptTerms(true)
	monthly := answered(admin.CustomersAPI.CreateCustomer(admin.who).CreateCustomer(*wanted).Execute())
	now, err := time.Parse(time.RFC3339, script("clock"))
	require(err == nil, "the clock is read")
	reporter := client("usage-reporter")
	receipt := answered(reporter.UsageAPI.PostUsageRecords(reporter.who).UsageRecord([]kontor.UsageRecord{
		*kontor.NewUsageRecord("go-"+monthly.Id, monthly.Id, product, now.Add(time.Second), kontor.DecimalInput{String: kontor.PtrString("25")})}).Execute())
	require(receipt.Stored == 1, "the record is stored")

	month := now.UTC().Format("2006-01")
	script("clock", time.Date(now.UTC().Year(), now.UTC().Month()+1, 4, 0, 1, 0, 0, time.UTC).Format(time.RFC3339))
	job := answered(operator.BillingPeriodsAPI.CloseBillingPeriod(operator.who, month).Execute())
	for end := time.Now().Add(patience); ; time.Sleep(200 * time.Millisecond) {
		if strings.EqualFold(fmt.Sprint(answered(operator.JobsAPI.GetJob(operator.who, job.Id).Execute()).State), "succeeded") {
			break
		}
		require(time.Now().Before(end), "the month is closed in time")
	}

	statements := answered(admin.StatementsAPI.ListStatements(admin.who).Month(month).Execute()).Items
	require(len(statements) == 1, "there is one statement")
	statement := answered(admin.StatementsAPI.GetStatement(admin.who, statements[0].Id).Execute())
	require(statement.State == kontor.STATEMENTSTATE_FINAL, "it is final")
	amount, err := strconv.ParseFloat(statement.Total.Amount, 64)
	require(err == nil && amount > 0, "it asks for money")
	fmt.Printf("Go: statement %s over %s %s\n", statement.GetNumber(), statement.Total.Amount, statement.Total.Currency)
}
